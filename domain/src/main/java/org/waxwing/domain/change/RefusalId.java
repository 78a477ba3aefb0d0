package org.waxwing.domain.change;

import java.util.UUID;

/** Which refused change. */
public record RefusalId(UUID value) {
    /**
     * The id that {@code text} spells as a UUID.
     *
     * @throws IllegalArgumentException it does not
     */
    public static RefusalId of(String text) {
        return new RefusalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
