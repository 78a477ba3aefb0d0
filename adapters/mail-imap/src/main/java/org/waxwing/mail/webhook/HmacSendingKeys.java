package org.waxwing.mail.webhook;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sending.SendingKeys;

/** Everything by HMAC-SHA-256 (RFC 2104) from one secret, each for its own purpose. */
public final class HmacSendingKeys implements SendingKeys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 100_000_000;
    private static final int MARK_BYTES = 15;

    private final byte[] secret;

    /** @param secret from which the keys are derived; no other use of it yields the same */
    public HmacSendingKeys(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String mark(PersonId person) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(
                Arrays.copyOf(derived("waxwing loop mark 1", person.toString()), MARK_BYTES));
    }

    @Override
    public Secret signing(String reference) {
        return new Secret(HexFormat.of().formatHex(derived("waxwing webhook signature 1", reference)));
    }

    @Override
    public String newCode() {
        return "%08d".formatted(RANDOM.nextInt(CODES));
    }

    @Override
    public String seal(PersonId person, EmailAddress address, String code) {
        return HexFormat.of().formatHex(
                derived("waxwing forwarding code 1", person + "\n" + address.key() + "\n" + code));
    }

    private byte[] derived(String purpose, String text) {
        var key = Signature.mac(secret, purpose.getBytes(StandardCharsets.UTF_8));
        return Signature.mac(key, text.getBytes(StandardCharsets.UTF_8));
    }
}
