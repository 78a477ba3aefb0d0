package org.waxwing.oauth.http;

import java.io.IOException;
import java.lang.System.Logger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.waxwing.domain.account.ConsentRequest;
import org.waxwing.domain.account.OAuthClient;
import org.waxwing.domain.account.OAuthGrant;
import org.waxwing.domain.account.OAuthProvider;
import org.waxwing.domain.account.Secret;

/** Authorisation servers over HTTP. */
public final class HttpOAuthClient implements OAuthClient {
    private static final Logger LOG = System.getLogger(HttpOAuthClient.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int UNGUESSABLE = 32;
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);

    private final List<Registration> registrations;
    private final Clock clock;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            // a secret goes to the address that the administrator wrote down, and nowhere else
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * A client of these registrations.
     *
     * @param patience how long an answer may take
     */
    public HttpOAuthClient(List<Registration> registrations, Clock clock, Duration patience) {
        this.registrations = List.copyOf(registrations);
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public List<OAuthProvider> providers() {
        return registrations.stream().map(Registration::provider).toList();
    }

    @Override
    public ConsentRequest request(String provider, URI callback, String hint) {
        var registration = registration(provider)
                .orElseThrow(() -> new IllegalArgumentException("No such provider is set up: " + provider));
        var state = unguessable();
        var verifier = unguessable();
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", registration.clientId());
        query.put("redirect_uri", callback.toString());
        query.put("scope", registration.scopes());
        query.put("state", state);
        query.put("code_challenge", challenge(verifier));
        query.put("code_challenge_method", "S256");
        // Google gives a refresh token only when asked in its own way, and only with a consent that is given anew
        query.put("access_type", "offline");
        query.put("prompt", "consent");
        if (!hint.isBlank()) query.put("login_hint", hint);
        var start = registration.authorisation().toString();
        var address = URI.create(start + (start.contains("?") ? "&" : "?") + form(query));
        return new ConsentRequest(provider, address, state, new Secret(verifier), callback);
    }

    @Override
    public OAuthGrant redeem(ConsentRequest request, Secret code) {
        var body = new LinkedHashMap<String, String>();
        body.put("grant_type", "authorization_code");
        body.put("code", code.value());
        body.put("redirect_uri", request.callback().toString());
        body.put("code_verifier", request.verifier().value());
        return ask(request.provider(), body, "");
    }

    @Override
    public OAuthGrant renew(String provider, Secret refreshToken) {
        var body = new LinkedHashMap<String, String>();
        body.put("grant_type", "refresh_token");
        body.put("refresh_token", refreshToken.value());
        return ask(provider, body, refreshToken.value());
    }

    private Optional<Registration> registration(String provider) {
        return registrations.stream().filter(it -> it.provider().key().equals(provider)).findFirst();
    }

    private OAuthGrant ask(String provider, Map<String, String> body, String before) {
        var found = registration(provider);
        if (found.isEmpty()) return new OAuthGrant.NotOffered();
        var registration = found.get();
        body.put("client_id", registration.clientId());
        if (!registration.clientSecret().isEmpty()) body.put("client_secret", registration.clientSecret());
        try {
            var now = clock.instant();
            var answer = post(registration.token(), form(body));
            var grant = answer.grant(registration, before, now);
            var level = switch (grant) {
                case OAuthGrant.Granted granted -> Logger.Level.DEBUG;
                case OAuthGrant.Lapsed() -> Logger.Level.INFO;
                case OAuthGrant.Unreachable() -> Logger.Level.WARNING;
                case OAuthGrant.NotOffered() -> Logger.Level.WARNING;
            };
            LOG.log(level, "Provider {0} answers {1} ({2})", provider, grant.getClass().getSimpleName(),
                    answer.error());
            return grant;
        } catch (IOException e) {
            LOG.log(Logger.Level.WARNING, "Provider {0} does not answer ({1})", provider, e.getClass().getSimpleName());
            return new OAuthGrant.Unreachable();
        }
    }

    private TokenAnswer post(URI endpoint, String form) throws IOException {
        var request = HttpRequest.newBuilder(endpoint)
                .timeout(patience)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        var answer = http.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            // the request's own limit ends with the first byte of the answer
            var response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return TokenAnswer.of(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("Too late", e);
        } catch (ExecutionException e) {
            throw new IOException("No answer", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static String unguessable() {
        var bytes = new byte[UNGUESSABLE];
        RANDOM.nextBytes(bytes);
        return base64(bytes);
    }

    private static String challenge(String verifier) {
        try {
            return base64(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
