/**
 * What leaves the house: messages for a submission server, and calls to programs. Main type:
 * {@link org.waxwing.domain.sending.Errand}. Rule of the house: what is to be sent is written down with what caused it,
 * sent outside of any transaction, and never sent a second time when nobody knows whether it went. Who may write to whom
 * is decided before, in {@code org.waxwing.domain.rules.guard}.
 */
@NullMarked
package org.waxwing.domain.sending;

import org.jspecify.annotations.NullMarked;
