package org.waxwing.application.mailbox;

import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.reading.Scope;

/** How long a list of conversations is. */
public class CountThreads {
    private final Transactions transactions;
    private final MailReader reader;

    public CountThreads(Transactions transactions, MailReader reader) {
        this.transactions = transactions;
        this.reader = reader;
    }

    /**
     * What a list holds.
     *
     * @param total conversations
     * @param unread those of them with something unread
     */
    public record Counts(long total, long unread) {}

    /** The counts of this list of {@code owner}; nothing of a folder or account that is not theirs. */
    public Counts count(PersonId owner, Scope scope) {
        return transactions.call(Actor.of(owner), () -> new Counts(reader.total(scope), reader.unread(scope)));
    }
}
