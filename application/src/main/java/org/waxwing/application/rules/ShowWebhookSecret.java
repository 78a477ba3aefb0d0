package org.waxwing.application.rules;

import java.util.Optional;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.identity.PersonStore;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleStore;
import org.waxwing.domain.sending.SendingKeys;

/** Shows what the calls of a rule to programs are signed with, to those who may change the rule. */
public class ShowWebhookSecret {
    private final Transactions transactions;
    private final SendingKeys keys;
    private final Shelf shelf;

    public ShowWebhookSecret(Transactions transactions, RuleStore rules, PersonStore people, SendingKeys keys) {
        this.transactions = transactions;
        this.keys = keys;
        this.shelf = new Shelf(transactions, rules, people);
    }

    /** The secret; nothing when there is no such rule, or it is not theirs to change. */
    public Optional<Secret> show(Editor editor, RuleId id) {
        var books = transactions.call(Actor.of(editor.person()), () -> shelf.books(editor.person()));
        return books.rule(id)
                .filter(it -> editor.administrator() || !it.isOrganisations())
                .map(it -> keys.signing(it.id().toString()));
    }
}
