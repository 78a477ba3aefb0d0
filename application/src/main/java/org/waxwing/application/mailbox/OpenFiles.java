package org.waxwing.application.mailbox;

import java.util.List;
import java.util.Optional;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.reading.MailReader;

/** All attachments of a message. */
public class OpenFiles {
    private final Transactions transactions;
    private final MailReader reader;
    private final BlobStore blobs;

    public OpenFiles(Transactions transactions, MailReader reader, BlobStore blobs) {
        this.transactions = transactions;
        this.reader = reader;
        this.blobs = blobs;
    }

    /**
     * The files of a message.
     *
     * @param subject of the message
     * @param files in its order
     */
    public record Files(UntrustedText subject, List<OpenFile.File> files) {
        public Files {
            files = List.copyOf(files);
        }
    }

    /** The files, if the message is {@code owner}'s and has any. */
    public Optional<Files> open(PersonId owner, EmailId id) {
        return transactions.call(Actor.of(owner), () -> reader.email(id))
                .filter(email -> !email.attachments().isEmpty())
                .map(email -> new Files(email.headers().subject(), email.attachments().stream()
                        .map(it -> OpenFile.file(blobs, email.account(), it))
                        .toList()));
    }
}
