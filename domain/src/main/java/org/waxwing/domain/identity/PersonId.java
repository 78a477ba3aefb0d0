package org.waxwing.domain.identity;

import java.util.UUID;

/** Who a person is, for as long as the identity provider knows them. */
public record PersonId(UUID value) {
    /**
     * The id that {@code text} spells as a UUID.
     *
     * @throws IllegalArgumentException it does not
     */
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
