package org.waxwing.domain.mailbox;

import java.io.IOException;

/** The store can be reached, and has no such bytes: asking again gives the same answer. */
public final class MissingBlobException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Of these bytes. */
    public MissingBlobException(BlobId id) {
        super("No such bytes: " + id);
    }
}
