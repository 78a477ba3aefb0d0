package org.waxwing.web.rest.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {
    @ParameterizedTest
    @CsvSource({
            "https://mail.example.org/api/v1/, https://mail.example.org",
            "https://Mail.Example.org:443/, https://mail.example.org",
            "http://127.0.0.1:8080/api/v1/, http://127.0.0.1:8080", "http://example.org:80/x, http://example.org",
            "https://example.org:80/, https://example.org:80"
    })
    void leaves_out_the_port_that_goes_without_saying(URI address, String origin) {
        assertThat(Origins.of(address)).isEqualTo(origin);
    }

    @ParameterizedTest
    @CsvSource({
            "same-origin, https://mail.example.org, true", "'', https://mail.example.org, true", "'', '', true",
            "cross-site, https://mail.example.org, false", "same-site, '', false", "none, '', false",
            "same-origin, https://attacker.example.org, false", "'', null, false", "'', http://mail.example.org, false"
    })
    void takes_only_our_own_pages_for_our_own(String fetchSite, String origin, boolean own) {
        assertThat(Origins.isOwn(fetchSite, origin, "https://mail.example.org")).isEqualTo(own);
    }

    @Test
    void compares_tokens_and_takes_none_for_an_empty_one() {
        assertThat(Origins.isSame("abc", "abc")).isTrue();
        assertThat(Origins.isSame("abc", "abd")).isFalse();
        assertThat(Origins.isSame("abc", "")).isFalse();
        assertThat(Origins.isSame("", "")).isFalse();
    }
}
