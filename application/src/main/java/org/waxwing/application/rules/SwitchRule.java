package org.waxwing.application.rules;

import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonStore;
import org.waxwing.domain.rules.RuleCheck;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleStore;

/** Lets a rule be run from now on, or no more. */
public class SwitchRule {
    private final Shelf shelf;

    public SwitchRule(Transactions transactions, RuleStore rules, PersonStore people) {
        this.shelf = new Shelf(transactions, rules, people);
    }

    /** Switches it, if it is there and they may; on only when nothing is wrong with it. */
    public RuleChange turn(Editor editor, RuleId id, boolean on) {
        return shelf.edit(editor, id, "", (book, rule) -> {
            var problems = RuleCheck.of(rule);
            if (on && !problems.isEmpty()) return new Shelf.Step.Leave<>(new RuleChange.Invalid(problems));
            var turned = on ? rule.switchedOn() : rule.switchedOff();
            return new Shelf.Step.Keep<>(book.with(turned), new RuleChange.Kept(turned));
        });
    }
}
