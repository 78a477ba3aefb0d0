package org.waxwing.oauth.http;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;

/** What servers say in JSON, and leave out at their pleasure. */
final class Json {
    // looking the provider up is slow, and it is thread-safe
    private static final JsonProvider JSON = JsonProvider.provider();

    private Json() {}

    /**
     * The object that {@code text} spells.
     *
     * @throws jakarta.json.JsonException it does not
     */
    static JsonObject object(String text) {
        try (var reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** The text of a member; empty when it is not there or something else. */
    static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? text.getString() : "";
    }
}
