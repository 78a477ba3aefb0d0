/**
 * Who is known to whom: the ground on which mail is let in and sorted.
 * Main type: {@link org.waxwing.domain.screening.SenderBook}. Rule of the house: every message counts once, however
 * often its arrival is told.
 */
@NullMarked
package org.waxwing.domain.screening;

import org.jspecify.annotations.NullMarked;
