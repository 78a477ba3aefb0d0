package org.waxwing.domain.change;

import java.util.UUID;

/** Which deed of a person, perhaps over thousands of messages; names it for undoing. */
public record ActionId(UUID value) {
    /**
     * The id that {@code text} spells as a UUID.
     *
     * @throws IllegalArgumentException it does not
     */
    public static ActionId of(String text) {
        return new ActionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
