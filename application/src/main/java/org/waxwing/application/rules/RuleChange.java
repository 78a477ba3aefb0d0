package org.waxwing.application.rules;

import java.util.List;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleProblem;

/** What became of the wish to change a rule. */
public sealed interface RuleChange {
    /** It is as wanted. */
    record Kept(Rule rule) implements RuleChange {}

    /** It is gone. */
    record Removed() implements RuleChange {}

    /** Something about it is wrong. */
    record Invalid(List<RuleProblem> problems) implements RuleChange {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** It is meant for an account that is none of its owner's. */
    record NoSuchAccount() implements RuleChange {}

    /** There are as many rules as there may be, or they say more than can be kept. */
    record NoRoom() implements RuleChange {}

    /** There is none. */
    record NotThere() implements RuleChange {}

    /** It is the organisation's, and they are no administrator. */
    record NotAllowed() implements RuleChange {}

    /** It is not the one they saw: somebody changed it meanwhile. */
    record ChangedMeanwhile(Rule now) implements RuleChange {}
}
