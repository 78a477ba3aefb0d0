package org.waxwing.mail.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header fields of a message or part (RFC 5322 §2.2), each byte a character, unfolded.
 *
 * @param fields in the message's order
 */
record Headers(List<Field> fields) {
    /** One field; its name in lower case. */
    record Field(String name, String value) {}

    Headers {
        fields = List.copyOf(fields);
    }

    /** The value of the first field of that name: where there should be one and are several, most programs show that. */
    Optional<String> first(String name) {
        for (var field : fields) if (field.name().equals(name)) return Optional.of(field.value());
        return Optional.empty();
    }

    /** The values of all fields of that name. */
    List<String> all(String name) {
        var values = new ArrayList<String>();
        for (var field : fields) if (field.name().equals(name)) values.add(field.value());
        return values;
    }

    /** Collects fields line by line, dropping what is beyond its limits. */
    static final class Builder {
        private static final int MOST_FIELDS = 2_000;
        private static final int LONGEST_FIELD = 512 << 10;

        private final List<Field> fields = new ArrayList<>();
        private final StringBuilder value = new StringBuilder();
        private String name = "";
        private int room;

        /** @param room for characters of all fields together */
        Builder(int room) {
            this.room = room;
        }

        void begin(String fieldName, String text) {
            finish();
            name = fieldName;
            more(text);
        }

        /** The rest of a long line, or a folded one. */
        void more(String text) {
            int fits = Math.min(text.length(), Math.min(room, LONGEST_FIELD - value.length()));
            if (fits <= 0 || name.isEmpty()) return;
            value.append(text, 0, fits);
            room -= fits;
        }

        private void finish() {
            if (!name.isEmpty() && fields.size() < MOST_FIELDS) fields.add(new Field(name, value.toString()));
            name = "";
            value.setLength(0);
        }

        Headers build() {
            finish();
            return new Headers(fields);
        }
    }
}
