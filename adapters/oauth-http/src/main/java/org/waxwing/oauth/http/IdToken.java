package org.waxwing.oauth.http;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who has consented. The token comes straight from the provider over a protected connection, which stands for its
 * signature (OpenID Connect Core 1.0 §3.1.3.7, rule 6).
 */
record IdToken(JsonObject claims) {
    private static final int PARTS = 3;

    /**
     * Reads a token that was issued to {@code clientId}.
     *
     * @throws IllegalArgumentException it is none, or was issued to another client
     */
    static IdToken of(String token, String clientId) {
        var parts = token.split("\\.", -1);
        if (parts.length != PARTS) throw new IllegalArgumentException("Not a signed token");
        try {
            var claims = Json.object(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
            if (!isFor(claims, clientId)) throw new IllegalArgumentException("A token of another client");
            return new IdToken(claims);
        } catch (JsonException e) {
            // without its cause, which may quote the token
            throw new IllegalArgumentException("Not a token of claims");
        }
    }

    private static boolean isFor(JsonObject claims, String clientId) {
        return switch (claims.get("aud")) {
            case JsonString one -> one.getString().equals(clientId);
            case jakarta.json.JsonArray several -> several.getValuesAs(JsonString.class).stream()
                    .anyMatch(it -> it.getString().equals(clientId));
            case null, default -> false;
        };
    }

    /** The mailbox: its address, or what stands for it at providers that name people by their address. */
    String address() {
        var email = text("email");
        return email.isEmpty() ? text("preferred_username") : email;
    }

    String text(String claim) {
        return Json.text(claims, claim);
    }
}
