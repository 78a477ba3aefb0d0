package org.waxwing.application.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.content.HtmlSanitiser;
import org.waxwing.domain.content.Rendering;
import org.waxwing.domain.content.SafeHtml;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MessageParser;
import org.waxwing.domain.mailbox.ParsedMessage;
import org.waxwing.domain.reading.MailReader;

/** A message that is attached to another one, taken apart while somebody looks at it. */
public class OpenEnclosed {
    private static final BlobId NOWHERE = new BlobId("0".repeat(64));

    private final Transactions transactions;
    private final MailReader reader;
    private final BlobStore blobs;
    private final MessageParser parser;
    private final HtmlSanitiser sanitiser;

    public OpenEnclosed(
            Transactions transactions,
            MailReader reader,
            BlobStore blobs,
            MessageParser parser,
            HtmlSanitiser sanitiser) {
        this.transactions = transactions;
        this.reader = reader;
        this.blobs = blobs;
        this.parser = parser;
        this.sanitiser = sanitiser;
    }

    /**
     * What is in it. The bytes of its own attachments are not kept: they are part of the file.
     *
     * @param html its HTML, made harmless and without pictures; of a message that has none, an empty document
     */
    public record Enclosed(ParsedMessage message, SafeHtml html) {
        /** Whether it has an HTML form. */
        public boolean hasHtml() {
            return !message.html().value().isEmpty();
        }
    }

    /**
     * The message in the attachment of that position, if there is one; whatever the file is, something of it is read.
     *
     * @throws IOException its bytes cannot be read
     */
    public Optional<Enclosed> open(PersonId owner, EmailId id, int position) throws IOException {
        var found = transactions.call(Actor.of(owner), () -> reader.email(id));
        if (found.isEmpty()) return Optional.empty();
        var email = found.get();
        var file = email.attachments().stream().filter(it -> it.position() == position).findFirst();
        if (file.isEmpty()) return Optional.empty();
        var source = blobs.message(email.account(), file.get().content());
        var message = parser.parse(source, email.headers().sentAt(), OpenEnclosed::passedBy);
        return Optional.of(new Enclosed(message, sanitiser.sanitise(message.html(), Rendering.plain(Map.of()))));
    }

    private static BlobStore.Stored passedBy(InputStream decoded) throws IOException {
        return new BlobStore.Stored(NOWHERE, decoded.transferTo(OutputStream.nullOutputStream()));
    }
}
