package org.waxwing.oauth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.account.OAuthGrant;
import org.waxwing.domain.account.OAuthTokens;
import org.waxwing.domain.account.Secret;

class HttpOAuthClientTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final URI CALLBACK = URI.create("https://mail.example.org/oauth/callback");
    private static final OAuthGrant LAPSED = new OAuthGrant.Lapsed();
    private static final OAuthGrant UNREACHABLE = new OAuthGrant.Unreachable();
    private static final OAuthGrant NOT_OFFERED = new OAuthGrant.NotOffered();

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private int status = 200;
    private String answer = "{}";

    HttpOAuthClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private HttpOAuthClient client(String token, Duration patience) {
        var registration = new Registration(
                KnownServers.GOOGLE, URI.create(at("/auth?tenant=1")), URI.create(token), "our-id", "our s&cret",
                KnownServers.GOOGLE_SCOPES, "preferred_username");
        return new HttpOAuthClient(List.of(registration), Clock.fixed(NOW, ZoneOffset.UTC), patience);
    }

    private HttpOAuthClient client() {
        return client(at("/token"), Duration.ofSeconds(10));
    }

    private OAuthGrant renew() {
        return client().renew("google", new Secret("old"));
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&")).map(it -> it.split("=", 2)).collect(Collectors.toMap(
                it -> it[0], it -> URLDecoder.decode(it[1], StandardCharsets.UTF_8)));
    }

    private static String idToken(String claims) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
    }

    @Test
    void asks_for_consent_with_state_and_challenge() throws Exception {
        var request = client().request("google", CALLBACK, "ada@example.org");

        assertThat(request.address().toString()).startsWith(at("/auth?tenant=1&"));
        var query = fields(request.address().getRawQuery());
        assertThat(query)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "our-id")
                .containsEntry("redirect_uri", CALLBACK.toString())
                .containsEntry("scope", "openid email https://mail.google.com/")
                .containsEntry("state", request.state())
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("login_hint", "ada@example.org")
                .containsEntry("access_type", "offline")
                .containsEntry("prompt", "consent");
        var digest = MessageDigest.getInstance("SHA-256")
                .digest(request.verifier().value().getBytes(StandardCharsets.US_ASCII));
        assertThat(query).containsEntry(
                "code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        assertThat(request.state()).hasSize(43);
        assertThat(request.verifier().value()).hasSize(43);
    }

    @Test
    void redeems_a_code_with_its_verifier() {
        answer = "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":3599,\"id_token\":\""
                + idToken("{\"aud\":\"our-id\",\"email\":\"ada@example.org\",\"preferred_username\":\"ada\"}") + "\"}";
        var request = client().request("google", CALLBACK, "");

        var grant = client().redeem(request, new Secret("the code"));

        assertThat(grant).isEqualTo(new OAuthGrant.Granted(
                new OAuthTokens(new Secret("a"), new Secret("r"), NOW.plusSeconds(3599)), "ada@example.org", "ada"));
        assertThat(fields(asked.getFirst())).containsExactlyInAnyOrderEntriesOf(Map.of(
                "grant_type", "authorization_code",
                "code", "the code",
                "redirect_uri", CALLBACK.toString(),
                "code_verifier", request.verifier().value(),
                "client_id", "our-id",
                "client_secret", "our s&cret"));
    }

    @Test
    void goes_on_with_the_refresh_token_it_has_when_it_gets_no_other() {
        answer = "{\"access_token\":\"a\",\"expires_in\":60}";
        var kept = renew();
        answer = "{\"access_token\":\"a\",\"expires_in\":60,\"refresh_token\":\"new\"}";
        var rotated = renew();

        assertThat(kept).isEqualTo(new OAuthGrant.Granted(
                new OAuthTokens(new Secret("a"), new Secret("old"), NOW.plusSeconds(60)), "", ""));
        assertThat(rotated).isEqualTo(new OAuthGrant.Granted(
                new OAuthTokens(new Secret("a"), new Secret("new"), NOW.plusSeconds(60)), "", ""));
        assertThat(fields(asked.getFirst()))
                .containsEntry("grant_type", "refresh_token")
                .containsEntry("refresh_token", "old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"access_token\":\"a\"}", "{\"refresh_token\":\"r\"}", "{}", "[]", "<html>", ""})
    void takes_no_consent_that_would_not_last(String said) {
        answer = said;

        assertThat(client().redeem(client().request("google", CALLBACK, ""), new Secret("c"))).isEqualTo(NOT_OFFERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"aud\":\"other\",\"email\":\"eve@example.org\"}", "{\"email\":\"eve@example.org\"}",
            "{\"aud\":[\"x\"]}", "no claims"})
    void believes_no_token_of_another_client(String claims) {
        answer = "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"id_token\":\"" + idToken(claims) + "\"}";

        assertThat(renew()).isEqualTo(NOT_OFFERED);
    }

    @Test
    void takes_the_name_for_the_address_where_there_is_no_other() {
        answer = "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"id_token\":\""
                + idToken("{\"aud\":[\"x\",\"our-id\"],\"preferred_username\":\"ada@example.org\"}") + "\"}";

        assertThat(renew()).isInstanceOfSatisfying(OAuthGrant.Granted.class, granted -> {
            assertThat(granted.address()).isEqualTo("ada@example.org");
            assertThat(granted.username()).isEqualTo("ada@example.org");
            assertThat(granted.tokens().expiresAt()).isEqualTo(NOW.plusSeconds(300));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_grant", "interaction_required", "consent_required", "access_denied"})
    void tells_a_consent_that_has_lapsed(String error) {
        status = 400;
        answer = "{\"error\":\"" + error + "\",\"error_description\":\"Token has been revoked\"}";

        assertThat(renew()).isEqualTo(LAPSED);
    }

    @ParameterizedTest
    @CsvSource({"401,invalid_client", "400,unauthorized_client", "400,invalid_scope", "404,''", "302,''"})
    void tells_what_only_the_administrator_can_mend(int code, String error) {
        status = code;
        answer = "{\"error\":\"" + error + "\"}";

        assertThat(renew()).isEqualTo(NOT_OFFERED);
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"500,invalid_grant", "503,''", "429,invalid_grant"})
    void takes_trouble_of_the_server_for_no_answer(int code, String error) {
        status = code;
        answer = "{\"error\":\"" + error + "\"}";

        assertThat(renew()).isEqualTo(UNREACHABLE);
    }

    @Test
    void tells_a_server_that_is_not_there_or_never_answers() throws IOException {
        server.createContext("/mute", exchange -> asked.add("mute"));
        server.createContext("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
        });

        assertThat(client("http://127.0.0.1:1/", Duration.ofSeconds(5)).renew("google", new Secret("x")))
                .isEqualTo(UNREACHABLE);
        for (var path : List.of("/mute", "/slow"))
            assertThat(client(at(path), Duration.ofMillis(300)).renew("google", new Secret("x")))
                    .isEqualTo(UNREACHABLE);
    }

    @Test
    void sends_secrets_over_protected_connections_only() {
        assertThatThrownBy(() -> client("http://id.example.org/token", Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> client("/token", Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void never_shows_its_secret() {
        var registration = new Registration(
                KnownServers.MICROSOFT, URI.create(KnownServers.MICROSOFT_AUTHORISATION),
                URI.create(KnownServers.MICROSOFT_TOKEN), "our-id", "s3cret", KnownServers.MICROSOFT_SCOPES,
                KnownServers.MICROSOFT_USERNAME);

        assertThat(registration.toString()).doesNotContain("s3cret").contains("microsoft");
    }
}
