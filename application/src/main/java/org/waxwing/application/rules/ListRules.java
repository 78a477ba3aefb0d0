package org.waxwing.application.rules;

import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.identity.PersonStore;
import org.waxwing.domain.rules.RuleStore;

/** The rules that mail of somebody goes through. */
public class ListRules {
    private final Transactions transactions;
    private final Shelf shelf;

    public ListRules(Transactions transactions, RuleStore rules, PersonStore people) {
        this.transactions = transactions;
        this.shelf = new Shelf(transactions, rules, people);
    }

    /** All of them. */
    public Books list(PersonId person) {
        return transactions.call(Actor.of(person), () -> shelf.books(person));
    }
}
