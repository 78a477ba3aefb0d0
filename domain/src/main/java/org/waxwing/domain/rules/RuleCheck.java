package org.waxwing.domain.rules;

import java.util.ArrayList;
import java.util.List;
import org.waxwing.domain.rules.RuleProblem.Part;
import org.waxwing.domain.rules.RuleProblem.Reason;

/** Finds what is wrong with rules. Both parts are in the order in which they are read, the name first. */
public final class RuleCheck {
    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 100;

    private RuleCheck() {}

    /** All that is wrong with a rule; nothing when it can be run. */
    public static List<RuleProblem> of(Rule rule) {
        var problems = new ArrayList<RuleProblem>();
        if (rule.name().isEmpty()) problems.add(new RuleProblem(new Part.Name(), Reason.NAME_MISSING, ""));
        if (rule.name().codePointCount(0, rule.name().length()) > LONGEST_NAME)
            problems.add(new RuleProblem(new Part.Name(), Reason.NAME_TOO_LONG, String.valueOf(LONGEST_NAME)));
        problems.addAll(of(rule.condition()));
        problems.addAll(of(rule.actions(), rule.stop()));
        return List.copyOf(problems);
    }

    /** All that is wrong with a condition. */
    public static List<RuleProblem> of(Condition condition) {
        return new ConditionCheck().of(condition);
    }

    /**
     * All that is wrong with the actions of a rule.
     *
     * @param stop whether the rule passes over those behind it anyway, which is something to do, too
     */
    public static List<RuleProblem> of(List<Action> actions, boolean stop) {
        return new ActionCheck().of(actions, stop);
    }
}
