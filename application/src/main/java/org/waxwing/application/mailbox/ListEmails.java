package org.waxwing.application.mailbox;

import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.reading.Window;

/** A window of a flat list of messages: the same lists as of conversations, one row a message. */
public class ListEmails {
    /** What to look for. */
    public sealed interface Wanted {
        /** A window of a list. */
        record Listed(ListQuery query) implements Wanted {}

        /** Whatever carries this Message-ID header. */
        record Named(MessageId header) implements Wanted {}
    }

    private final Transactions transactions;
    private final MailReader reader;

    public ListEmails(Transactions transactions, MailReader reader) {
        this.transactions = transactions;
        this.reader = reader;
    }

    /** The messages of {@code owner} that are wanted, latest first. */
    public Window<EmailView> list(PersonId owner, Wanted wanted) {
        return transactions.call(Actor.of(owner), () -> switch (wanted) {
            case Wanted.Listed(var query) -> reader.emails(query);
            case Wanted.Named(var header) -> new Window<>(reader.emails(header), false);
        });
    }
}
