/**
 * What people want done with mail of a kind, said by themselves or by their organisation.
 * Main type: {@link org.waxwing.domain.rules.Rule}. Rule of the house: what a rule says is decided by code, the same way
 * every time, and can be told in words; whatever is wrong with one is a
 * {@link org.waxwing.domain.rules.RuleProblem} that names the part. How words are compared is told in {@code text}, how
 * rules are applied in {@code evaluation}, when mail may be answered or passed on in {@code guard}, what a rule would do
 * to what is there in {@code dryrun}, and where scripts of other programs come in in {@code sieve}.
 */
@NullMarked
package org.waxwing.domain.rules;

import org.jspecify.annotations.NullMarked;
