package org.waxwing.application.rules;

import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.identity.PersonStore;
import org.waxwing.domain.rules.RuleStore;
import org.waxwing.domain.rules.json.RuleJson;

/** Writes rules down, so that they can be brought to another Waxwing. */
public class ExportRules {
    private final Transactions transactions;
    private final Shelf shelf;

    public ExportRules(Transactions transactions, RuleStore rules, PersonStore people) {
        this.transactions = transactions;
        this.shelf = new Shelf(transactions, rules, people);
    }

    /** Somebody's own rules, or those of their organisation, as {@link RuleJson} writes them. */
    public String export(PersonId person, boolean organisations) {
        return transactions.call(Actor.of(person), () -> {
            var books = shelf.books(person);
            return RuleJson.written((organisations ? books.organisations() : books.own()).rules());
        });
    }
}
