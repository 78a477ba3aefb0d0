package org.waxwing.application.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.PersonId;
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

    /** The message as its server gave it, if it is {@code owner}'s. */
    public Optional<File> source(PersonId owner, EmailId id) {
        return email(owner, id).map(email -> new File(
                new UntrustedText(email.headers().subject().isBlank()
                        ? "message.eml"
                        : email.headers().subject().clipped(80).value() + ".eml"),
                "message/rfc822",
                email.size(),
                email.source(),
                bytes(email.account(), email.source())));
    }

    /** The attachment with that position, if the message is {@code owner}'s and has one. */
    public Optional<File> attachment(PersonId owner, EmailId id, int position) {
        return email(owner, id).flatMap(email -> email.attachments().stream()
                .filter(attachment -> attachment.position() == position)
                .findFirst()
                .map(it -> new File(it.name(), it.mediaType(), it.size(), it.content(),
                        bytes(email.account(), it.content()))));
    }

    private Optional<EmailView> email(PersonId owner, EmailId id) {
        return transactions.call(Actor.of(owner), () -> reader.email(id));
    }

    private Bytes bytes(AccountId account, BlobId content) {
        return offset -> blobs.open(account, content, offset);
    }
}
