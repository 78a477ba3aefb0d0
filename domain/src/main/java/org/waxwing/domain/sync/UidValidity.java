package org.waxwing.domain.sync;

/** IMAP UIDVALIDITY: non-zero unsigned 32-bit (RFC 9051 §2.3.1.1). A new value voids every stored {@link Uid}. */
public record UidValidity(long value) {
    public UidValidity {
        if (value < 1 || value > 0xFFFF_FFFFL) throw new IllegalArgumentException("UIDVALIDITY out of range: " + value);
    }
}
