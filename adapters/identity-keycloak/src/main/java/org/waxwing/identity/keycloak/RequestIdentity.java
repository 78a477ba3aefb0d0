package org.waxwing.identity.keycloak;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.wildfly.security.http.oidc.OidcSecurityContext;

/** What the server's OpenID Connect client has left in a request. */
final class RequestIdentity {
    private RequestIdentity() {}

    /** The claims of the token that stands for the request; empty when nobody is signed in. */
    static Optional<Claims> claims(HttpServletRequest request) {
        return context(request).map(context -> {
            var idToken = Optional.ofNullable(context.getIDToken());
            var accessToken = Optional.ofNullable(context.getToken());
            // a bearer brings an access token only; a session has both, and the ID token is the one about the person
            return Claims.of(claim -> idToken
                    .flatMap(it -> Optional.ofNullable(it.getClaimValueAsString(claim)))
                    .or(() -> accessToken.flatMap(it -> Optional.ofNullable(it.getClaimValueAsString(claim)))));
        });
    }

    /** The ID token as it was issued, to be handed back to its issuer; empty for a bearer. */
    static Optional<String> idToken(HttpServletRequest request) {
        return context(request).flatMap(context -> Optional.ofNullable(context.getIDTokenString()));
    }

    /** Whether the request brought a token of its own (RFC 6750 §2.1). */
    static boolean isBearer(HttpServletRequest request) {
        var header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        return header.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length());
    }

    private static Optional<OidcSecurityContext> context(HttpServletRequest request) {
        return request.getAttribute(OidcSecurityContext.class.getName()) instanceof OidcSecurityContext context
                ? Optional.of(context)
                : Optional.empty();
    }
}
