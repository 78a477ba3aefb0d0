package org.waxwing.persistence.jpa;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.OAuthTokens;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.SignIn;

/**
 * A sign-in as it is stored: {@code iv:authTag:ciphertext} in hexadecimal, AES-256-GCM (NIST SP 800-38D) with a random
 * 96-bit IV and a 128-bit tag. The account is authenticated with it, so that one account's sign-in cannot be put in
 * another's place.
 */
record SealedSignIn(String text) {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HexFormat HEX = HexFormat.of();

    static SealedSignIn seal(CredentialKey key, AccountId account, SignIn signIn) {
        var iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, account, iv);
            var sealed = cipher.doFinal(json(signIn).getBytes(StandardCharsets.UTF_8));
            int tagAt = sealed.length - TAG_BYTES;
            return new SealedSignIn(HEX.formatHex(iv) + ":" + HEX.formatHex(sealed, tagAt, sealed.length) + ":"
                    + HEX.formatHex(sealed, 0, tagAt));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The sign-in of account " + account + " could not be locked", e);
        }
    }

    /**
     * The sign-in.
     *
     * @throws IllegalStateException another key or another account locked it, or it was tampered with
     */
    SignIn open(CredentialKey key, AccountId account) {
        var parts = text.split(":", -1);
        if (parts.length != 3) throw new IllegalStateException("The sign-in of account " + account + " is damaged");
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, key, account, HEX.parseHex(parts[0]));
            var opened = cipher.doFinal(HEX.parseHex(parts[2] + parts[1]));
            return signIn(new String(opened, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException | JsonException | DateTimeException e) {
            // without its cause: that might quote what was inside
            throw new IllegalStateException(
                    "The sign-in of account " + account + " does not open with the configured key ("
                            + e.getClass().getSimpleName() + ")");
        }
    }

    private static Cipher cipher(int mode, CredentialKey key, AccountId account, byte[] iv)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key.aes(), new GCMParameterSpec(TAG_BYTES * 8, iv));
        cipher.updateAAD(account.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static String json(SignIn signIn) {
        return switch (signIn) {
            case SignIn.Password(var username, var password) -> JsonText.JSON.createObjectBuilder()
                    .add("type", "password")
                    .add("username", username)
                    .add("password", password.value())
                    .build()
                    .toString();
            case SignIn.OAuth(var username, var provider, var tokens) -> JsonText.JSON.createObjectBuilder()
                    .add("type", "oauth")
                    .add("username", username)
                    .add("provider", provider)
                    .add("accessToken", tokens.accessToken().value())
                    .add("refreshToken", tokens.refreshToken().value())
                    .add("expiresAt", tokens.expiresAt().toString())
                    .build()
                    .toString();
        };
    }

    private static SignIn signIn(String json) {
        try (var reader = JsonText.JSON.createReader(new StringReader(json))) {
            var object = reader.readObject();
            var username = object.getString("username", "");
            return switch (object.getString("type", "")) {
                case "password" -> new SignIn.Password(username, secret(object, "password"));
                case "oauth" -> new SignIn.OAuth(username, object.getString("provider", ""), new OAuthTokens(
                        secret(object, "accessToken"), secret(object, "refreshToken"),
                        Instant.parse(object.getString("expiresAt", ""))));
                default -> throw new IllegalArgumentException("Unknown kind of sign-in");
            };
        }
    }

    private static Secret secret(JsonObject object, String name) {
        return new Secret(object.getString(name, ""));
    }
}
