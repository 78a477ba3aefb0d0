package org.waxwing.domain.mailbox;

/** Names bytes by their content: SHA-256 in 64 lower-case hexadecimal digits. */
public record BlobId(String sha256) {
    public BlobId {
        if (!sha256.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("Not a SHA-256: " + sha256);
    }
}
