/**
 * Carrying out errands, and finding out who may have mail passed on where. Main type:
 * {@link org.waxwing.application.sending.RunErrands}. Rule of the house: an attempt is noted before a server hears of it,
 * and once more before the last word; what may have been sent is not sent again. Errands are written by
 * {@code org.waxwing.application.rules}.
 */
@NullMarked
package org.waxwing.application.sending;

import org.jspecify.annotations.NullMarked;
