/**
 * Where conversations stand in Waxwing alone: snoozed, on a pile, muted, come back. Main type:
 * {@link org.waxwing.domain.triage.Standing}. Rule of the house: mail servers hear nothing of this, so nothing here is
 * ever carried to one. What people do about it is among the deeds of {@code org.waxwing.domain.change}.
 */
@NullMarked
package org.waxwing.domain.triage;

import org.jspecify.annotations.NullMarked;
