package org.waxwing.domain.sending;

import java.util.UUID;

/** Names an errand, here and to those it goes to: the same however often it is tried. */
public record ErrandId(UUID value) {
    /**
     * The id that this text spells.
     *
     * @throws IllegalArgumentException it is no id
     */
    public static ErrandId of(String text) {
        return new ErrandId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
