package org.waxwing.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SignInTest {
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
}
