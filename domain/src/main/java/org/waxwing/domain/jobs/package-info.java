/**
 * Work on much stored mail that goes on in the background, a piece at a time. Main type:
 * {@link org.waxwing.domain.jobs.Job}. Rule of the house: a piece and the note of how far it came are one transaction, so
 * that a job whose server dies goes on where it was and does nothing twice.
 */
@NullMarked
package org.waxwing.domain.jobs;

import org.jspecify.annotations.NullMarked;
