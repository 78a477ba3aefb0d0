package org.waxwing.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static final Instant END = Instant.parse("2026-03-01T09:00:00Z");
    private static final SignIn.OAuth TOKENS = new SignIn.OAuth(
            "ada", "custom", new OAuthTokens(new Secret("acc3ss"), new Secret("r3fresh"), END));

    @Test
    void never_shows_its_secret() {
        var signIn = new SignIn.Password("ada", new Secret("s3cret"));

        assertThat(signIn.toString()).doesNotContain("s3cret");
        assertThat(signIn.password().toString()).doesNotContain("s3cret");
        assertThat(signIn.password().value()).isEqualTo("s3cret");
    }

    @Test
    void needs_a_name_and_a_secret() {
        assertThatThrownBy(() -> new SignIn.Password(" ", new Secret("x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Secret("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void never_shows_its_tokens() {
        assertThat(TOKENS.toString()).contains("ada").doesNotContain("acc3ss").doesNotContain("r3fresh");
    }

    @Test
    void a_token_is_over_at_its_end_and_not_before() {
        assertThat(TOKENS.isOver(END.minusNanos(1))).isFalse();
        assertThat(TOKENS.isOver(END)).isTrue();
    }

    @Test
    void stays_the_same_sign_in_with_later_tokens() {
        var later = new OAuthTokens(new Secret("next"), new Secret("more"), END.plusSeconds(60));

        assertThat(TOKENS.renewed(later)).isEqualTo(new SignIn.OAuth("ada", "custom", later));
    }
}
