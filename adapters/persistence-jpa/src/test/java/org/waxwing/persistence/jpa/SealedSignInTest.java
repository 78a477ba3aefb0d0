package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.OAuthTokens;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.SignIn;

class SealedSignInTest {
    private static final String HEX = "00112233445566778899aabbccddeeff".repeat(2);
    private static final CredentialKey KEY = CredentialKey.ofHex(HEX);
    private static final CredentialKey OTHER = CredentialKey.ofHex("f".repeat(64));
    private static final AccountId ACCOUNT = new AccountId(UUID.fromString("018f0000-0000-7000-8000-00000000000a"));
    private static final SignIn SIGN_IN = new SignIn.Password("ada@example.org", new Secret("pä\"s\\s 🦆"));

    @Test
    void opens_what_it_sealed() {
        var sealed = SealedSignIn.seal(KEY, ACCOUNT, SIGN_IN);

        assertThat(sealed.open(KEY, ACCOUNT)).isEqualTo(SIGN_IN);
    }

    @Test
    void opens_tokens_that_it_sealed() {
        var tokens = new SignIn.OAuth("ada@example.org", "google", new OAuthTokens(
                new Secret("acc\"ess"), new Secret("r3fresh"), Instant.parse("2026-03-01T09:00:00.123456789Z")));

        assertThat(SealedSignIn.seal(KEY, ACCOUNT, tokens).open(KEY, ACCOUNT)).isEqualTo(tokens);
    }

    @Test
    void is_written_as_iv_tag_and_ciphertext_that_any_aes_gcm_can_open() throws Exception {
        var parts = SealedSignIn.seal(KEY, ACCOUNT, SIGN_IN).text().split(":", -1);
        var hex = HexFormat.of();

        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(hex.parseHex(HEX), "AES"),
                new GCMParameterSpec(128, hex.parseHex(parts[0])));
        cipher.updateAAD(ACCOUNT.toString().getBytes(StandardCharsets.US_ASCII));
        var opened = cipher.doFinal(hex.parseHex(parts[2] + parts[1]));

        assertThat(parts).hasSize(3).allMatch(part -> part.matches("[0-9a-f]+"));
        assertThat(parts[0]).hasSize(24);
        assertThat(parts[1]).hasSize(32);
        assertThat(new String(opened, StandardCharsets.UTF_8))
                .isEqualTo("{\"type\":\"password\",\"username\":\"ada@example.org\",\"password\":\"pä\\\"s\\\\s 🦆\"}");
    }

    @Test
    void never_uses_an_iv_twice() {
        var ivs = new HashSet<String>();
        for (int i = 0; i < 1_000; i++)
            ivs.add(SealedSignIn.seal(KEY, ACCOUNT, SIGN_IN).text().substring(0, 24));

        assertThat(ivs).hasSize(1_000);
    }

    @Test
    void does_not_open_with_another_key() {
        var sealed = SealedSignIn.seal(OTHER, ACCOUNT, SIGN_IN);

        assertRefused(sealed, ACCOUNT);
    }

    @Test
    void does_not_open_for_another_account() {
        var sealed = SealedSignIn.seal(KEY, new AccountId(UUID.randomUUID()), SIGN_IN);

        assertRefused(sealed, ACCOUNT);
    }

    @Test
    void does_not_open_when_a_single_bit_was_changed() {
        var text = SealedSignIn.seal(KEY, ACCOUNT, SIGN_IN).text();
        for (int at : new int[]{0, 23, 25, 56, 58, text.length() - 1}) {
            char flipped = text.charAt(at) == '0' ? '1' : '0';
            var changed = text.substring(0, at) + flipped + text.substring(at + 1);

            assertRefused(new SealedSignIn(changed), ACCOUNT);
        }
    }

    @Test
    void does_not_open_what_it_never_sealed() {
        for (var text : new String[]{"", "::", "a:b", "zz:zz:zz", "00:00:00", "1:2:3:4"})
            assertRefused(new SealedSignIn(text), ACCOUNT);
    }

    private static void assertRefused(SealedSignIn sealed, AccountId account) {
        assertThatThrownBy(() -> sealed.open(KEY, account))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(account.toString())
                .hasMessageNotContaining("ada")
                .hasMessageNotContaining(HEX)
                .hasNoCause();
    }
}
