package org.waxwing.application.mailbox;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.HeaderField;
import org.waxwing.domain.mailbox.MessageParser;
import org.waxwing.domain.reading.MailReader;

/** Everything that the head of a message says. */
public class ReadHeaders {
    private final Transactions transactions;
    private final MailReader reader;
    private final BlobStore blobs;
    private final MessageParser parser;

    public ReadHeaders(Transactions transactions, MailReader reader, BlobStore blobs, MessageParser parser) {
        this.transactions = transactions;
        this.reader = reader;
        this.blobs = blobs;
        this.parser = parser;
    }

    /**
     * The header fields in the message's order, if it is {@code owner}'s.
     *
     * @throws IOException its source cannot be read
     */
    public Optional<List<HeaderField>> read(PersonId owner, EmailId id) throws IOException {
        var found = transactions.call(Actor.of(owner), () -> reader.email(id));
        if (found.isEmpty()) return Optional.empty();
        return Optional.of(parser.fields(blobs.message(found.get().account(), found.get().source())));
    }
}
