package org.waxwing.domain.images;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.waxwing.domain.identity.PersonId;

/**
 * Proves that an address was found in a message that a person opened: HMAC-SHA-256 (RFC 2104) over both. Without it,
 * whoever is signed in could have the server fetch what they like.
 */
public final class ImageSeal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "waxwing image seal 1";

    private final SecretKeySpec key;

    /** @param secret from which the key is derived; no other use of it yields the same */
    public ImageSeal(String secret) {
        this.key = new SecretKeySpec(mac(new SecretKeySpec(bytes(secret), ALGORITHM), PURPOSE), ALGORITHM);
    }

    /** The seal of an address for a person, in letters that an address may carry. */
    public String of(PersonId person, String address) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, person + "\n" + address));
    }

    /** Whether {@code seal} is that of this address for this person; takes as long for a wrong one. */
    public boolean fits(String seal, PersonId person, String address) {
        return MessageDigest.isEqual(bytes(seal), bytes(of(person, address)));
    }

    private static byte[] mac(SecretKeySpec with, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(with);
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
