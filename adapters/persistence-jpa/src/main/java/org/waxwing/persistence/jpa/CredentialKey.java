package org.waxwing.persistence.jpa;

import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that locks sign-ins: 32 bytes. Never shown: its text form hides it.
 *
 * @param hex 64 hexadecimal digits
 */
public record CredentialKey(String hex) {
    private static final int DIGITS = 64;

    public CredentialKey {
        hex = hex.strip().toLowerCase(Locale.ROOT);
        // says how long it is, not what it is: the message may be logged
        if (!hex.matches("[0-9a-f]{" + DIGITS + "}"))
            throw new IllegalArgumentException(
                    "A credential key is 64 hexadecimal digits; this has " + hex.length() + " characters");
    }

    /**
     * The key that {@code text} spells.
     *
     * @throws IllegalArgumentException it is not 64 hexadecimal digits
     */
    public static CredentialKey ofHex(String text) {
        return new CredentialKey(text);
    }

    SecretKey aes() {
        return new SecretKeySpec(HexFormat.of().parseHex(hex), "AES");
    }

    @Override
    public String toString() {
        return "CredentialKey[hidden]";
    }
}
