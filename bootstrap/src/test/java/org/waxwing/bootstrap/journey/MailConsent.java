package org.waxwing.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.waxwing.domain.account.ConsentRequest;
import org.waxwing.domain.account.Secret;

/**
 * The stage's Keycloak as the authorisation server of a mail provider: with a client of its own, whose tokens last half
 * a minute, so that every use of them is a renewal.
 */
final class MailConsent {
    static final String CLIENT = "mail-of-example";
    static final String SECRET = "its-own-secret";
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Stage stage;

    private MailConsent(Stage stage) {
        this.stage = stage;
    }

    /** Registers the client, unless it is there; its people come back to {@code callback} or to the product. */
    static MailConsent at(Stage stage, URI callback) throws IOException, InterruptedException {
        var consent = new MailConsent(stage);
        var client = Json.createObjectBuilder()
                .add("clientId", CLIENT)
                .add("secret", SECRET)
                .add("protocol", "openid-connect")
                .add("publicClient", false)
                .add("standardFlowEnabled", true)
                .add("redirectUris", Json.createArrayBuilder()
                        .add(callback.toString())
                        .add(stage.web() + "oauth/callback"))
                // the mail server asks about tokens as this client, and Keycloak answers only whom they are for
                .add("protocolMappers", Json.createArrayBuilder().add(Json.createObjectBuilder()
                        .add("name", "audience")
                        .add("protocol", "openid-connect")
                        .add("protocolMapper", "oidc-audience-mapper")
                        .add("config", Json.createObjectBuilder()
                                .add("included.client.audience", CLIENT)
                                .add("access.token.claim", "true")
                                .add("introspection.token.claim", "true"))))
                .add("attributes", Json.createObjectBuilder()
                        .add("access.token.lifespan", "30")
                        .add("pkce.code.challenge.method", "S256"))
                .build();
        var answer = consent.admin("clients", "POST", client.toString());
        assertThat(answer.statusCode()).as(answer.body()).isIn(201, 409);
        return consent;
    }

    /** The settings of a server for which this is the organisation's own mail provider. */
    static Map<String, String> settings(int keycloakPort, int imapPort) {
        var realm = "http://127.0.0.1:" + keycloakPort + "/realms/waxwing/protocol/openid-connect/";
        return Map.of(
                "WAXWING_OAUTH_CUSTOM_CLIENT_ID", CLIENT,
                "WAXWING_OAUTH_CUSTOM_CLIENT_SECRET", SECRET,
                "WAXWING_OAUTH_CUSTOM_NAME", "Example Mail",
                "WAXWING_OAUTH_CUSTOM_AUTHORISATION_URL", realm + "auth",
                "WAXWING_OAUTH_CUSTOM_TOKEN_URL", realm + "token",
                "WAXWING_OAUTH_CUSTOM_IMAP", "127.0.0.1:" + imapPort + ":none",
                "WAXWING_OAUTH_CUSTOM_SMTP", "127.0.0.1:25:none");
    }

    String introspection() {
        return stage.keycloak() + "/realms/waxwing/protocol/openid-connect/token/introspect";
    }

    /** Signs somebody in by the form, as their browser would; the code that it brings back. Name and password are the same. */
    Secret consent(ConsentRequest request, String person) throws IOException, InterruptedException {
        var page = HTTP.send(
                HttpRequest.newBuilder(request.address()).GET().build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        var cookies = new LinkedHashMap<String, String>();
        for (var cookie : page.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        var form = FORM.matcher(page.body());
        assertThat(form.find()).isTrue();
        var submit = HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookies.entrySet().stream()
                        .map(it -> it.getKey() + "=" + it.getValue())
                        .collect(Collectors.joining("; ")))
                .POST(HttpRequest.BodyPublishers.ofString("username=" + encoded(person) + "&password="
                        + encoded(person)))
                .build();
        var answer = HTTP.send(submit, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var query = URI.create(answer.headers().firstValue("Location").orElseThrow()).getRawQuery();
        assertThat(query).contains("state=" + request.state());
        for (var pair : query.split("&", -1))
            if (pair.startsWith("code="))
                return new Secret(URLDecoder.decode(pair.substring(5), StandardCharsets.UTF_8));
        throw new IOException("No code came back");
    }

    /** Lets somebody take back what they consented to. */
    void end(String person) throws IOException, InterruptedException {
        var found = admin("users?exact=true&username=" + encoded(person), "GET", "");
        try (var reader = Json.createReader(new StringReader(found.body()))) {
            var id = reader.readArray().getJsonObject(0).getString("id");
            var answer = admin("users/" + id + "/consents/" + CLIENT, "DELETE", "");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        }
    }

    private HttpResponse<String> admin(String path, String method, String body)
            throws IOException, InterruptedException {
        var token = Api.token(stage, "master", "admin", stage.stack().secrets().keycloakAdmin());
        var request = HttpRequest.newBuilder(URI.create(stage.keycloak() + "/admin/realms/waxwing/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
