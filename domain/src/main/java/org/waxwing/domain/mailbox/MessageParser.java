package org.waxwing.domain.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.waxwing.domain.authenticity.Testimony;

/** Takes messages apart (RFC 5322, MIME RFC 2045 to 2049, RFC 2231). Thread-safe. */
public interface MessageParser {
    /** Where the bytes of attachments go. */
    @FunctionalInterface
    interface AttachmentSink {
        /**
         * Keeps the decoded bytes of one attachment.
         *
         * @throws IOException they could not be kept
         */
        BlobStore.Stored keep(InputStream decoded) throws IOException;
    }

    /**
     * Everything that can be read of a message. Total: whatever is broken about it, the rest is returned, at worst its
     * source as text; memory stays bounded whatever its size.
     *
     * @param receivedAt stands in for a Date header that cannot be read
     * @throws IOException the source could not be read or an attachment not be kept; never because the message is broken
     */
    ParsedMessage parse(RawMessage source, Instant receivedAt, AttachmentSink attachments) throws IOException;

    /**
     * The header fields of a message, in its order, to be read by people. Total and bounded like {@link #parse}.
     *
     * @throws IOException the source could not be read
     */
    List<HeaderField> fields(RawMessage source) throws IOException;

    /**
     * What the header says about the message's authenticity, without reading further. Total, as {@link #parse}.
     *
     * @throws IOException the source could not be read
     */
    Testimony testimony(RawMessage source) throws IOException;
}
