package org.waxwing.application.rules;

import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonStore;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleStore;

/** Removes a rule. What it has done stays done. */
public class RemoveRule {
    private final Shelf shelf;

    public RemoveRule(Transactions transactions, RuleStore rules, PersonStore people) {
        this.shelf = new Shelf(transactions, rules, people);
    }

    /**
     * Removes it, if it is there and they may.
     *
     * @param seen the tag of the rule that they saw ({@link org.waxwing.domain.rules.json.RuleJson#tag}); empty when they
     *     do not care
     */
    public RuleChange remove(Editor editor, RuleId id, String seen) {
        return shelf.edit(editor, id, seen,
                (book, rule) -> new Shelf.Step.Keep<>(book.without(id), new RuleChange.Removed()));
    }
}
