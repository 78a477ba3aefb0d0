package org.waxwing.identity.keycloak;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Collectors;

/** The request that ends a person's session at Keycloak (OpenID Connect RP-Initiated Logout 1.0 §2). */
record EndSession(OidcSettings settings) {
    /** Where to send the browser; without an ID token Keycloak asks the person once more. */
    URI address(Optional<String> idToken) {
        var query = new LinkedHashMap<String, String>();
        idToken.ifPresent(it -> query.put("id_token_hint", it));
        query.put("client_id", settings.clientId());
        query.put("post_logout_redirect_uri", settings.publicUrl() + "/signed-out.xhtml");
        return URI.create(settings.issuer() + "/protocol/openid-connect/logout?" + query.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }
}
