package org.waxwing.application.mailbox;

import java.util.List;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.reading.MailboxRow;

/** The folders of a person, for whoever only has to say where something lies: nothing has to be counted for that. */
public class NameMailboxes {
    private final Transactions transactions;
    private final MailReader reader;

    public NameMailboxes(Transactions transactions, MailReader reader) {
        this.transactions = transactions;
        this.reader = reader;
    }

    /** All folders of {@code owner}. */
    public List<MailboxRow> list(PersonId owner) {
        return transactions.call(Actor.of(owner), reader::mailboxes);
    }
}
