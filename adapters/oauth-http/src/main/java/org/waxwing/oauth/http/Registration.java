package org.waxwing.oauth.http;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.waxwing.domain.account.OAuthProvider;

/**
 * A provider at which this Waxwing is registered as a client.
 *
 * @param authorisation where people consent
 * @param token where codes and refresh tokens are redeemed
 * @param clientSecret empty for a public client
 * @param scopes what is asked for, separated by spaces; {@code openid} among it, so that the answer tells whose it is
 * @param usernameClaim the claim of the ID token that the mail server knows people by
 */
public record Registration(
        OAuthProvider provider,
        URI authorisation,
        URI token,
        String clientId,
        String clientSecret,
        String scopes,
        String usernameClaim) {
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

    public Registration {
        mustBeProtected(authorisation);
        mustBeProtected(token);
        if (clientId.isBlank()) throw new IllegalArgumentException("A registration has a client id");
        if (!List.of(scopes.split(" ")).contains("openid"))
            throw new IllegalArgumentException("The scopes of " + provider.key() + " do not contain openid");
    }

    // secrets and tokens go there
    private static void mustBeProtected(URI endpoint) {
        var host = endpoint.getHost();
        boolean https = "https".equals(endpoint.getScheme());
        boolean loopback = "http".equals(endpoint.getScheme()) && host != null && HERE.contains(host);
        if (host == null || !(https || loopback))
            throw new IllegalArgumentException("An OAuth endpoint has to be a whole https address: " + endpoint);
    }

    /** Hides the secret: it may end up in a log. */
    @Override
    public String toString() {
        return "Registration[" + provider.key() + "]";
    }
}
