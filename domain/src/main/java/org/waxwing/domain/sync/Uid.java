package org.waxwing.domain.sync;

/**
 * IMAP UID: non-zero unsigned 32-bit, growing with arrival (RFC 9051 §2.3.1.1). Means something only under one
 * {@link UidValidity} of one mailbox.
 */
public record Uid(long value) implements Comparable<Uid> {
    public Uid {
        if (value < 1 || value > 0xFFFF_FFFFL) throw new IllegalArgumentException("UID out of range: " + value);
    }

    @Override
    public int compareTo(Uid other) {
        return Long.compare(value, other.value);
    }
}
