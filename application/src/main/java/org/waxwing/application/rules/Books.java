package org.waxwing.application.rules;

import java.util.Optional;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleBook;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleSet;

/** All rules that mail of one person goes through: those of their organisation, and their own. */
public record Books(RuleBook organisations, RuleBook own) {
    /** All of them, in the order in which they are run. */
    public RuleSet set() {
        return RuleSet.of(organisations, own);
    }

    /** The rule of that id, whosever it is. */
    public Optional<Rule> rule(RuleId id) {
        return own.rule(id).or(() -> organisations.rule(id));
    }

    /** Changes whenever any of the rules does, or their order. */
    public String tag() {
        return organisations.version() + "-" + own.version();
    }
}
