package org.waxwing.domain.rules.json;

import java.util.List;
import java.util.Map;

/** A value of JSON (RFC 8259). */
sealed interface Json {
    /** Some text. */
    record Text(String value) implements Json {}

    /** A number as it is spelt. */
    record Figure(String digits) implements Json {}

    /** Yes or no. */
    record Flag(boolean value) implements Json {}

    /** {@code null}. */
    record Nothing() implements Json {}

    /** An array. */
    record Items(List<Json> list) implements Json {
        public Items {
            list = List.copyOf(list);
        }
    }

    /** An object, in its order. */
    record Members(Map<String, Json> map) implements Json {}
}
