package org.waxwing.domain.account;

import java.util.UUID;

/** Which mail account; part of the key of everything that came from it. */
public record AccountId(UUID value) {
    /**
     * The id that {@code text} spells as a UUID.
     *
     * @throws IllegalArgumentException it does not
     */
    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
