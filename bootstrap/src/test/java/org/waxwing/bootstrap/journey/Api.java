package org.waxwing.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The API as a program uses it, with a token. */
final class Api {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long BETWEEN_LOOKS = 20_000_000;
    // much shorter than a token holds
    private static final Duration KNOWN = Duration.ofSeconds(30);
    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();

    private record Token(String value, Instant since) {}

    private final Stage stage;
    private final List<String> authorization;

    private Api(Stage stage, List<String> authorization) {
        this.stage = stage;
        this.authorization = authorization;
    }

    /** With a token that this person got a moment ago, if there is one. */
    static Api signedIn(Stage stage, String person, String password) {
        return new Api(stage, List.of("Authorization", "Bearer " + known(stage, "waxwing", person, password)));
    }

    private static String known(Stage stage, String realm, String person, String password) {
        return TOKENS.compute(stage.keycloak() + realm + person, (key, known) -> known != null
                && known.since().plus(KNOWN).isAfter(Instant.now())
                        ? known
                        : new Token(token(stage, realm, person, password), Instant.now()))
                .value();
    }

    static Api with(Stage stage, String... headers) {
        return new Api(stage, List.of(headers));
    }

    /** A token of a realm for somebody, by their password. */
    static String token(Stage stage, String realm, String person, String password) {
        var form = "grant_type=password&scope=openid&client_id="
                + (realm.equals("master") ? "admin-cli" : "waxwing-cli")
                + "&username=" + encoded(person) + "&password=" + encoded(password);
        var request = HttpRequest.newBuilder(URI.create(
                stage.keycloak() + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        var answer = send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).getString("access_token");
    }

    /** Makes something in the realm of the product. */
    static void administer(Stage stage, String path, String body) {
        var token = known(stage, "master", "admin", stage.stack().secrets().keycloakAdmin());
        var request = HttpRequest.newBuilder(URI.create(stage.keycloak() + "/admin/realms/waxwing/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> patch(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> put(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE().build());
    }

    HttpResponse<byte[]> bytes(String path, String... headers) {
        try {
            return CLIENT.send(request(path, headers).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What {@code path} shows, which must be there. */
    JsonObject read(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return json(answer);
    }

    /** What {@code path} shows once it is as wanted. */
    JsonObject await(String path, Predicate<JsonObject> wanted) {
        var deadline = Instant.now().plus(PATIENCE);
        var shown = read(path);
        while (!wanted.test(shown)) {
            assertThat(Instant.now()).as("%s is still %s", path, shown).isBefore(deadline);
            // the server has two processors and something better to do than to answer this
            LockSupport.parkNanos(BETWEEN_LOOKS);
            shown = read(path);
        }
        return shown;
    }

    /** The conversation of that subject in a view of an account, as soon as it is there: its id. */
    String thread(String account, String view, String subject) {
        var page = await("threads?limit=200&view=" + view + "&accountId=" + account,
                it -> find(it, subject) != null);
        return Objects.requireNonNull(find(page, subject)).getString("id");
    }

    /** The row of that subject on a page of conversations, if it is there. */
    static @Nullable JsonObject find(JsonObject page, String subject) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(row -> row.getString("subject").equals(subject))
                .findFirst()
                .orElse(null);
    }

    /** Connects a mailbox of the test mail server and waits until its first pass is through. Returns the account's id. */
    String connect(String login) {
        return connected(account(login, login, stage.mail().port()));
    }

    /** Connects a mailbox of the demo mail server, likewise. */
    String connectDemo(String login) {
        return connected(account(login, login, stage.demoImapPort()).replace("@example.org", "@waxwing.example"));
    }

    private String connected(String body) {
        var answer = post("accounts", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var id = json(answer).getString("id");
        await("accounts/" + id + "/sync", sync -> sync.getInt("passes") > 0);
        return id;
    }

    /** What has to be posted to connect a mailbox on 127.0.0.1. */
    static String account(String login, String password, int port) {
        var server = Json.createObjectBuilder().add("host", "127.0.0.1").add("port", port).add("security", "none");
        return Json.createObjectBuilder()
                .add("provider", "imap")
                .add("address", login + "@example.org")
                .add("imap", server)
                .add("username", login)
                .add("password", password)
                .build()
                .toString();
    }

    static JsonObject json(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(stage.web() + "api/v1/" + path))
                .timeout(PATIENCE);
        if (!authorization.isEmpty()) request.headers(authorization.toArray(String[]::new));
        if (headers.length > 0) request.headers(headers);
        return request;
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
