/**
 * What rules say about a message. Main types: {@link org.waxwing.domain.rules.evaluation.CompiledRules}, made once for
 * many messages, and {@link org.waxwing.domain.rules.evaluation.Verdict}. Rule of the house: the answer is that of reading
 * the rules one by one from the top, whatever is done to come to it sooner; a message cannot make it slow.
 */
@NullMarked
package org.waxwing.domain.rules.evaluation;

import org.jspecify.annotations.NullMarked;
