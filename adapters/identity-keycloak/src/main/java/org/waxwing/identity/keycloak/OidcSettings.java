package org.waxwing.identity.keycloak;

import java.net.URI;

/**
 * Where people sign in and where they come back to.
 *
 * @param issuer the realm's address as browsers reach it, such as {@code https://id.example.org/realms/waxwing}
 * @param publicUrl Waxwing's own address as browsers reach it, with its context path
 * @param clientId Waxwing's client in that realm
 */
public record OidcSettings(URI issuer, URI publicUrl, String clientId) {
    public OidcSettings {
        if (!issuer.isAbsolute() || !publicUrl.isAbsolute())
            throw new IllegalArgumentException("Issuer and public address must be absolute");
        issuer = withoutSlash(issuer);
        publicUrl = withoutSlash(publicUrl);
    }

    /** Where Keycloak shows a person their own account: password, second factor, name. */
    URI profilePage() {
        return URI.create(issuer + "/account/");
    }

    private static URI withoutSlash(URI address) {
        return URI.create(address.toString().replaceAll("/+$", ""));
    }
}
