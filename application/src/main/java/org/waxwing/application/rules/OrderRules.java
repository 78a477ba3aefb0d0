package org.waxwing.application.rules;

import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonStore;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleStore;

/** Lets a rule be run before others, or after them. */
public class OrderRules {
    private final Shelf shelf;

    public OrderRules(Transactions transactions, RuleStore rules, PersonStore people) {
        this.shelf = new Shelf(transactions, rules, people);
    }

    /** Moves it to {@code position} among the rules of its owner, counted from 0, or as near as there is one. */
    public RuleChange move(Editor editor, RuleId id, int position) {
        return shelf.edit(editor, id, "",
                (book, rule) -> new Shelf.Step.Keep<>(book.moved(id, position), new RuleChange.Kept(rule)));
    }
}
