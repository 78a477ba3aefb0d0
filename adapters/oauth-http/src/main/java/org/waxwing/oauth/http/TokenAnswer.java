package org.waxwing.oauth.http;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.waxwing.domain.account.OAuthGrant;
import org.waxwing.domain.account.OAuthTokens;
import org.waxwing.domain.account.Secret;

/**
 * What a token endpoint says (RFC 6749 §5).
 *
 * @param status of HTTP
 */
record TokenAnswer(int status, JsonObject said) {
    private static final JsonObject NOTHING = Json.object("{}");
    private static final Duration USUAL = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(1);
    // the owner can mend these by consenting again; the last three are Microsoft's and OpenID Connect's
    private static final Set<String> LAPSED = Set.of(
            "invalid_grant", "access_denied", "interaction_required", "consent_required", "login_required");
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    static TokenAnswer of(int status, String body) {
        try {
            return new TokenAnswer(status, Json.object(body));
        } catch (JsonException e) {
            // a proxy's page, most likely
            return new TokenAnswer(status, NOTHING);
        }
    }

    /** The code of the error, or of HTTP, for a log; never anything else that was said. */
    String error() {
        var error = Json.text(said, "error");
        return error.matches("[a-z_]{1,60}") ? error : "HTTP " + status;
    }

    /**
     * What that means.
     *
     * @param before the refresh token that goes on being good when the answer brings no other; empty when there is none
     */
    OAuthGrant grant(Registration registration, String before, Instant now) {
        if (status == OK) return granted(registration, before, now);
        if (status == TOO_MANY || status >= SERVER_ERROR) return new OAuthGrant.Unreachable();
        return LAPSED.contains(Json.text(said, "error")) ? new OAuthGrant.Lapsed() : new OAuthGrant.NotOffered();
    }

    private OAuthGrant granted(Registration registration, String before, Instant now) {
        var access = Json.text(said, "access_token");
        var refresh = Json.text(said, "refresh_token");
        if (refresh.isEmpty()) refresh = before;
        // no page of JSON that is something else, and no mailbox that could be read for an hour only
        if (access.isEmpty() || refresh.isEmpty()) return new OAuthGrant.NotOffered();
        var tokens = new OAuthTokens(new Secret(access), new Secret(refresh), now.plus(lifetime()));
        var idToken = Json.text(said, "id_token");
        if (idToken.isEmpty()) return new OAuthGrant.Granted(tokens, "", "");
        try {
            var who = IdToken.of(idToken, registration.clientId());
            return new OAuthGrant.Granted(tokens, who.address(), who.text(registration.usernameClaim()));
        } catch (IllegalArgumentException e) {
            return new OAuthGrant.NotOffered();
        }
    }

    private Duration lifetime() {
        if (!(said.get("expires_in") instanceof JsonNumber seconds)) return USUAL;
        var told = Duration.ofSeconds(Math.max(0, seconds.longValue()));
        return told.compareTo(LONGEST) > 0 ? LONGEST : told;
    }
}
