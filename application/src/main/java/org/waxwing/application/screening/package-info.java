/**
 * Getting to know senders. Main type: {@link org.waxwing.application.screening.LearnSenders}. Rule of the house: an
 * arrival may be told twice and counts once. Sorting mail by what was learnt builds on this room.
 */
@NullMarked
package org.waxwing.application.screening;

import org.jspecify.annotations.NullMarked;
