package org.waxwing.bootstrap.local;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The production realm with what only the local run has: the demo people, and a client for the command line. */
final class LocalRealm {
    private static final String REALM = "waxwing-realm.json";
    private static final String ADDITIONS = "local-additions.json";

    private LocalRealm() {}

    /** Writes the realm of the folder {@code realms}, each list in it followed by the additions' list of that name. */
    static void write(Path realms, Path target) throws IOException {
        JsonObject realm = read(realms.resolve(REALM));
        JsonObject additions = read(realms.resolve(ADDITIONS));
        var merged = Json.createObjectBuilder(realm);
        for (String name : additions.keySet()) {
            var list = Json.createArrayBuilder(realm.getOrDefault(name, JsonArray.EMPTY_JSON_ARRAY).asJsonArray());
            additions.getJsonArray(name).forEach(list::add);
            merged.add(name, list);
        }
        Files.writeString(target, merged.build().toString());
    }

    private static JsonObject read(Path file) throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            return reader.readObject();
        }
    }
}
