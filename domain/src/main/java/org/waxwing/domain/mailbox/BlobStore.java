package org.waxwing.domain.mailbox;

import java.io.IOException;
import java.io.InputStream;
import org.waxwing.domain.account.AccountId;

/**
 * Bytes of messages and attachments, kept once per content within an account. Streams, whatever the size; not part of
 * any transaction: bytes are stored before the row that names them.
 */
public interface BlobStore {
    /**
     * What {@link #store} kept.
     *
     * @param size in bytes
     */
    record Stored(BlobId id, long size) {}

    /**
     * Keeps all of {@code bytes}; complete or not at all. The caller closes the stream.
     *
     * @throws IOException the stream broke, or there is no room
     */
    Stored store(AccountId account, InputStream bytes) throws IOException;

    /**
     * The bytes kept under {@code id}, from {@code offset} on.
     *
     * @throws MissingBlobException there are none
     * @throws IOException the store cannot be reached now
     */
    InputStream open(AccountId account, BlobId id, long offset) throws IOException;

    /**
     * A kept message, to be read again; opening it fails as this does.
     *
     * @throws MissingBlobException there is none
     * @throws IOException the store cannot be reached now
     */
    RawMessage message(AccountId account, BlobId id) throws IOException;

    /** Removes everything of an account. Safe to repeat. */
    void forget(AccountId account) throws IOException;
}
