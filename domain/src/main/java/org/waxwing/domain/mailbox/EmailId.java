package org.waxwing.domain.mailbox;

import java.util.UUID;

/** Which stored message: our row, not its Message-ID header (that is {@link MessageId}). */
public record EmailId(UUID value) {
    /**
     * The id that {@code text} spells as a UUID.
     *
     * @throws IllegalArgumentException it does not
     */
    public static EmailId of(String text) {
        return new EmailId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
