package org.waxwing.application.mailbox;

import java.util.Optional;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.MailReader;

/** A single message to read. */
public class OpenEmail {
    private final Transactions transactions;
    private final MailReader reader;

    public OpenEmail(Transactions transactions, MailReader reader) {
        this.transactions = transactions;
        this.reader = reader;
    }

    /** The message, if it is {@code owner}'s. */
    public Optional<EmailView> open(PersonId owner, EmailId id) {
        return transactions.call(Actor.of(owner), () -> reader.email(id));
    }
}
