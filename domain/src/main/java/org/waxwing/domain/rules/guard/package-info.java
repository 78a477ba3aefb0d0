/**
 * When mail may be answered or passed on by a machine (RFC 3834). Main type:
 * {@link org.waxwing.domain.rules.guard.AnswerGuard}. Rule of the house: two machines never talk to each other.
 */
@NullMarked
package org.waxwing.domain.rules.guard;

import org.jspecify.annotations.NullMarked;
