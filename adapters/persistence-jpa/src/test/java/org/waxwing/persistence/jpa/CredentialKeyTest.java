package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CredentialKeyTest {
    private static final String HEX = "00112233445566778899AABBCCDDEEFF".repeat(2);

    @Test
    void takes_sixty_four_hexadecimal_digits_in_any_case() {
        assertThat(CredentialKey.ofHex(" " + HEX + "\n")).isEqualTo(CredentialKey.ofHex(HEX.toLowerCase(Locale.ROOT)));
    }

    @Test
    void says_how_a_key_is_written_without_repeating_it() {
        for (var wrong : new String[]{"", "abc", HEX + "0", HEX.substring(1), "g" + HEX.substring(1)})
            assertThatThrownBy(() -> CredentialKey.ofHex(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A credential key is 64 hexadecimal digits; this has " + wrong.length()
                            + " characters");
    }

    @Test
    void is_never_shown() {
        assertThat(CredentialKey.ofHex(HEX)).hasToString("CredentialKey[hidden]");
    }
}
