package org.waxwing.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRealmTest {
    private static final Path REALMS = Path.of("../docker/keycloak");

    @TempDir
    Path folder;

    @Test
    void adds_the_demo_people_and_the_command_line_client() throws Exception {
        Path target = folder.resolve("realm.json");

        LocalRealm.write(REALMS, target);

        JsonObject realm = read(target);
        assertThat(names(realm, "users", "username")).containsExactly("alice", "bob");
        assertThat(names(realm, "clients", "clientId")).containsExactly("waxwing", "waxwing-cli");
    }

    @Test
    void keeps_people_and_password_grants_out_of_the_production_realm() throws Exception {
        JsonObject realm = read(REALMS.resolve("waxwing-realm.json"));

        assertThat(realm).doesNotContainKey("users");
        assertThat(realm.getJsonArray("clients").getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(client -> {
                    assertThat(client.getBoolean("directAccessGrantsEnabled")).isFalse();
                    assertThat(client.getBoolean("publicClient")).isFalse();
                    assertThat(client.getString("secret")).isEqualTo("${WAXWING_OIDC_CLIENT_SECRET}");
                    assertThat(client.getJsonObject("attributes").getString("pkce.code.challenge.method"))
                            .isEqualTo("S256");
                });
    }

    private static List<String> names(JsonObject realm, String list, String name) {
        return realm.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .map(entry -> entry.getString(name))
                .toList();
    }

    private static JsonObject read(Path file) throws Exception {
        try (var reader = Json.createReader(Files.newBufferedReader(file))) {
            return reader.readObject();
        }
    }
}
