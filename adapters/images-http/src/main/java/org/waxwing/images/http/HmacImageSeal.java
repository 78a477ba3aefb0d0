package org.waxwing.images.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.images.ImageSeal;

/** HMAC-SHA-256 (RFC 2104) over the person and the address. */
public final class HmacImageSeal implements ImageSeal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "waxwing image seal 1";

    private final SecretKeySpec key;

    /** @param secret from which the key is derived; no other use of it yields the same */
    public HmacImageSeal(String secret) {
        this.key = new SecretKeySpec(mac(new SecretKeySpec(bytes(secret), ALGORITHM), PURPOSE), ALGORITHM);
    }

    @Override
    public String of(PersonId person, String address) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, person + "\n" + address));
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
