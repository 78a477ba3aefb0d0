package org.waxwing.domain.mailbox;

/**
 * How a message was signed or encrypted by who wrote it (S/MIME: RFC 8551, OpenPGP: RFC 3156 and RFC 9580). What is
 * recognised, never what was checked: nobody vouches for a signature here, and nothing is decrypted.
 */
public enum Protection {
    NONE,
    SMIME_SIGNED,
    PGP_SIGNED,
    SMIME_ENCRYPTED,
    PGP_ENCRYPTED;

    /** Whether the words of the message cannot be read here. */
    public boolean encrypts() {
        return this == SMIME_ENCRYPTED || this == PGP_ENCRYPTED;
    }

    /** What a message has of which one part is protected like this and another like {@code other}: encryption counts. */
    public Protection and(Protection other) {
        if (this == NONE) return other;
        return other.encrypts() && !encrypts() ? other : this;
    }
}
