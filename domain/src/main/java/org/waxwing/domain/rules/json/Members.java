package org.waxwing.domain.rules.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object in the making. */
final class Members {
    private final Map<String, Json> map = new LinkedHashMap<>();

    /** One whose type is told by its first member. */
    static Members of(String kind) {
        return new Members().with("kind", kind);
    }

    Members with(String name, String value) {
        return with(name, new Json.Text(value));
    }

    Members with(String name, boolean value) {
        return with(name, new Json.Flag(value));
    }

    Members with(String name, long value) {
        return with(name, new Json.Figure(String.valueOf(value)));
    }

    Members with(String name, Enum<?> value) {
        return with(name, Place.word(value));
    }

    Members with(String name, List<String> values) {
        return with(name, new Json.Items(values.stream().<Json>map(Json.Text::new).toList()));
    }

    Members with(String name, Json value) {
        map.put(name, value);
        return this;
    }

    Json json() {
        return new Json.Members(map);
    }
}
