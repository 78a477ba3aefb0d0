/**
 * What was done to a message without its owner, and why: a line for each change, in words that can be told. Main type:
 * {@link org.waxwing.domain.history.MailHistory}. Rule of the house: whoever changes where mail stands by itself leaves a
 * line in the same transaction.
 */
@NullMarked
package org.waxwing.domain.history;

import org.jspecify.annotations.NullMarked;
