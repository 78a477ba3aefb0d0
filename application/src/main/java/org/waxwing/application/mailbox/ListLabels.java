package org.waxwing.application.mailbox;

import java.util.List;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.reading.AccountLabel;
import org.waxwing.domain.reading.MailReader;

/** The labels that a person uses. */
public class ListLabels {
    private final Transactions transactions;
    private final MailReader reader;

    public ListLabels(Transactions transactions, MailReader reader) {
        this.transactions = transactions;
        this.reader = reader;
    }

    /** Those that messages of {@code owner} carry: by account, then in alphabetical order. */
    public List<AccountLabel> list(PersonId owner) {
        return transactions.call(Actor.of(owner), reader::labels);
    }
}
