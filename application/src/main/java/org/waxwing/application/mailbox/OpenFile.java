package org.waxwing.application.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.MailReader;

/** The bytes of a message: its original source, or one of its attachments. */
public class OpenFile {
    private final Transactions transactions;
    private final MailReader reader;
    private final BlobStore blobs;

    public OpenFile(Transactions transactions, MailReader reader, BlobStore blobs) {
        this.transactions = transactions;
        this.reader = reader;
        this.blobs = blobs;
    }

    /** Which bytes of a message. */
    public sealed interface Part {
        /** All of them, as the server gave them. */
        record Source() implements Part {}

        /** Those of the attachment with this position, decoded. */
        record Attached(int position) implements Part {}
    }

    /**
     * A file that may be read.
     *
     * @param size in bytes
     * @param content names the bytes: two files with the same one are equal
     */
    public record File(UntrustedText name, String mediaType, long size, BlobId content, Bytes bytes) {}

    /** The bytes of a file. */
    @FunctionalInterface
    public interface Bytes {
        /**
         * Opens them behind the first {@code offset}; the caller closes.
         *
         * @throws IOException they are gone
         */
        InputStream from(long offset) throws IOException;
    }

    /** The file, if the message is {@code owner}'s and has it. */
    public Optional<File> open(PersonId owner, EmailId id, Part part) {
        var found = transactions.call(Actor.of(owner), () -> reader.email(id));
        return found.flatMap(email -> switch (part) {
            case Part.Source() -> Optional.of(source(email));
            case Part.Attached(var position) -> attachment(email, position);
        });
    }

    private File source(EmailView email) {
        var subject = email.headers().subject();
        var name = subject.isBlank() ? "message" : subject.clipped(80).value();
        return new File(
                new UntrustedText(name + ".eml"),
                "message/rfc822",
                email.size(),
                email.source(),
                bytes(email.account(), email.source()));
    }

    private Optional<File> attachment(EmailView email, int position) {
        return email.attachments().stream()
                .filter(attachment -> attachment.position() == position)
                .findFirst()
                .map(it -> file(blobs, email.account(), it));
    }

    /** An attachment, to be read. */
    static File file(BlobStore blobs, AccountId account, Attachment it) {
        return new File(it.name(), it.mediaType(), it.size(), it.content(),
                offset -> blobs.open(account, it.content(), offset));
    }

    private Bytes bytes(AccountId account, BlobId content) {
        return offset -> blobs.open(account, content, offset);
    }
}
