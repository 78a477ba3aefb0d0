package org.waxwing.bootstrap.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The API as a program uses it; its token is renewed before it expires. Safe for threads. */
final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Whatever an account had is removed before the answer. */
    private static final Duration REMOVAL = Duration.ofMinutes(5);

    private static final int BEFORE_EXPIRY_SECONDS = 60;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI root;
    private final URI tokens;
    private final String person;
    private String token = "";
    private long goodUntil;

    Api(URI web, URI issuer, String person) {
        this.root = web.resolve("/api/v1/");
        this.tokens = URI.create(issuer + "/protocol/openid-connect/token");
        this.person = person;
    }

    /** What is at {@code path}, which must be there. */
    JsonObject read(String path) throws IOException, InterruptedException {
        return json(send(request(path).timeout(PATIENCE).GET().build()), 200);
    }

    /** Fetches what is at {@code path}, which must be there, without reading it. */
    void fetch(String path) throws IOException, InterruptedException {
        var answer = client.send(
                request(path).timeout(PATIENCE).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) throw refused(answer);
    }

    /** Whether something is at {@code path}. */
    boolean has(String path) throws IOException, InterruptedException {
        return send(request(path).timeout(PATIENCE).GET().build()).statusCode() == 200;
    }

    /** Connects a mailbox on 127.0.0.1; returns the account's id. */
    String connect(String user, int port) throws IOException, InterruptedException {
        var server = Json.createObjectBuilder().add("host", "127.0.0.1").add("port", port).add("security", "none");
        var body = Json.createObjectBuilder()
                .add("provider", "imap")
                .add("address", user + "@example.org")
                .add("imap", server)
                .add("username", user)
                .add("password", MailServer.PASSWORD)
                .build();
        return json(send(post("accounts", body.toString())), 201).getString("id");
    }

    /** Sends {@code body} to {@code path}, which has to answer with that status; returns what it says. */
    JsonObject act(String path, JsonObject body, int wanted) throws IOException, InterruptedException {
        return json(send(post(path, body.toString())), wanted);
    }

    /** Disconnects an account. */
    void disconnect(String account) throws IOException, InterruptedException {
        var answer = send(request("accounts/" + account).timeout(REMOVAL).DELETE().build());
        if (answer.statusCode() / 100 != 2) throw refused(answer);
    }

    /** How the synchronisation of an account stands. */
    JsonObject sync(String account) throws IOException, InterruptedException {
        return read("accounts/" + account + "/sync");
    }

    /** Asks for a synchronisation. */
    void requestSync(String account) throws IOException, InterruptedException {
        var answer = send(post("accounts/" + account + "/sync", ""));
        if (answer.statusCode() / 100 != 2) throw refused(answer);
    }

    /** The stream of events; it stays open until it is closed. */
    InputStream events() throws IOException, InterruptedException {
        var request = request("events").setHeader("Accept", "text/event-stream").GET().build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) throw refused(answer);
        return answer.body();
    }

    private HttpRequest post(String path, String body) throws IOException, InterruptedException {
        return request(path)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(root.resolve(path))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token());
    }

    private synchronized String token() throws IOException, InterruptedException {
        if (!token.isEmpty() && System.nanoTime() - goodUntil < 0) return token;
        var form = "grant_type=password&scope=openid&client_id=waxwing-cli&username=" + person + "&password=" + person;
        var request = HttpRequest.newBuilder(tokens)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        var answer = json(send(request), 200);
        token = answer.getString("access_token");
        int seconds = Math.max(0, answer.getInt("expires_in") - BEFORE_EXPIRY_SECONDS);
        goodUntil = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        return token;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject json(HttpResponse<String> answer, int wanted) throws IOException {
        if (answer.statusCode() != wanted) throw refused(answer);
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private static IOException refused(HttpResponse<?> answer) {
        var body = answer.body() instanceof String text ? ": " + text : "";
        var request = answer.request();
        return new IOException(
                request.method() + " " + request.uri().getPath() + " was answered " + answer.statusCode() + body);
    }
}
