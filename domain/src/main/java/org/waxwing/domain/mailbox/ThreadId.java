package org.waxwing.domain.mailbox;

import java.util.UUID;

/** Which conversation. */
public record ThreadId(UUID value) {
    /**
     * The id that {@code text} spells as a UUID.
     *
     * @throws IllegalArgumentException it does not
     */
    public static ThreadId of(String text) {
        return new ThreadId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
