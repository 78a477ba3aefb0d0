package org.waxwing.domain.rules.json;

import java.util.List;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleOwner;

/**
 * What a text says of a rule, before it is anybody's.
 *
 * @param organisations whether it says that the rule is for everybody in the organisation
 */
public record WrittenRule(
        boolean organisations,
        String name,
        Rule.Reach reach,
        Condition condition,
        List<Action> actions,
        boolean enabled,
        boolean stop) {
    public WrittenRule {
        actions = List.copyOf(actions);
    }

    /** That rule, as somebody's. */
    public Rule of(RuleId id, RuleOwner owner) {
        return new Rule(id, owner, name, reach, condition, actions, enabled, stop);
    }
}
