package org.waxwing.application.mailbox;

import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.reading.ThreadRow;
import org.waxwing.domain.reading.Window;

/** A window of a list of conversations. */
public class ListThreads {
    private final Transactions transactions;
    private final MailReader reader;

    public ListThreads(Transactions transactions, MailReader reader) {
        this.transactions = transactions;
        this.reader = reader;
    }

    /** The rows that {@code query} asks for; none of a folder or account that is not {@code owner}'s. */
    public Window<ThreadRow> list(PersonId owner, ListQuery query) {
        return transactions.call(Actor.of(owner), () -> reader.threads(query));
    }
}
