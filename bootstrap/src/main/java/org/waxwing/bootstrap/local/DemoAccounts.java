package org.waxwing.bootstrap.local;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Connects the demo people's mailboxes once, through the same API that everybody else uses. */
final class DemoAccounts {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI accounts;
    private final URI tokens;
    private final Ports ports;

    DemoAccounts(URI web, URI issuer, Ports ports) {
        this.accounts = web.resolve("/api/v1/accounts");
        this.tokens = URI.create(issuer + "/protocol/openid-connect/token");
        this.ports = ports;
    }

    /** Connects the person's mailbox unless there is an account already. */
    void connect(String person) throws IOException, InterruptedException {
        String token = token(person);
        JsonObject present = json(send(request(accounts, token).GET().build()), 200);
        if (!present.getJsonArray("items").isEmpty()) return;
        HttpRequest creation = request(accounts, token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "demo-" + person)
                .POST(BodyPublishers.ofString(account(person).toString()))
                .build();
        json(send(creation), 201);
    }

    private String token(String person) throws IOException, InterruptedException {
        String form = form(Map.of(
                "grant_type", "password",
                "client_id", "waxwing-cli",
                "username", person,
                "password", person,
                "scope", "openid"));
        HttpRequest request = HttpRequest.newBuilder(tokens)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return json(send(request), 200).getString("access_token");
    }

    private JsonObject account(String person) {
        return Json.createObjectBuilder()
                .add("provider", "imap")
                .add("address", person + "@waxwing.example")
                .add("imap", endpoint(ports.demoImap()))
                .add("smtp", endpoint(ports.demoSmtp()))
                .add("username", person)
                .add("password", person)
                .build();
    }

    private static JsonObject endpoint(int port) {
        return Json.createObjectBuilder()
                .add("host", "127.0.0.1")
                .add("port", port)
                .add("security", "none")
                .build();
    }

    private static HttpRequest.Builder request(URI address, String token) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    private static JsonObject json(HttpResponse<String> answer, int wanted) throws LocalRunException {
        if (answer.statusCode() != wanted) {
            throw new LocalRunException(
                    answer.request().method() + " " + answer.uri() + " was answered " + answer.statusCode());
        }
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
