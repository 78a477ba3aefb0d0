package org.waxwing.bootstrap.bench.corpus;

import java.time.Instant;

/** A message of the corpus. */
public final class Letter {
    private final Instant receivedAt;
    private final byte[] source;
    private final String flags;
    private final String messageId;

    Letter(Instant receivedAt, byte[] source, String flags, String messageId) {
        this.receivedAt = receivedAt;
        this.source = source;
        this.flags = flags;
        this.messageId = messageId;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** The message as it goes over the wire; not to be changed. */
    public byte[] source() {
        return source;
    }

    /** The flags of a Maildir, such as {@code FS}. */
    public String flags() {
        return flags;
    }

    public String messageId() {
        return messageId;
    }
}
