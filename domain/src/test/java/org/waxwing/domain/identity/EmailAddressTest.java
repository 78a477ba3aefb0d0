package org.waxwing.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.content.UntrustedText;

class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "a+b@example.org", "ada@localhost", "ünï@bücher.example", "a@b@c",
            "o'neil@example.org", "ada@192.0.2.1"})
    void can_be_tried_when_it_has_a_local_part_and_a_domain(String address) {
        assertThat(EmailAddress.of(address).isDeliverable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "@example.org", "ada@", "ada lovelace@example.org", "<ada@example.org>",
            "ada@example.org, eve@example.org", "ada@exa\nmple.org", "ada@example.org\r\nBcc: eve@example.org"})
    void cannot_be_tried_when_it_has_not(String address) {
        assertThat(EmailAddress.of(address).isDeliverable()).isFalse();
    }

    @Test
    void keeps_broken_addresses_as_they_are_on_one_line() {
        assertThat(EmailAddress.of(" undisclosed\r\n recipients ").address()).isEqualTo("undisclosed recipients");
    }

    @Test
    void clips_what_no_address_is_as_long_as() {
        assertThat(EmailAddress.of("a".repeat(100_000) + "@example.org").address()).hasSize(320);
    }

    @ParameterizedTest
    @CsvSource({"Ada@Example.ORG, example.org", "a@b@C.example, c.example", "ada, ''", "'', ''", "ada@, ''"})
    void has_the_domain_behind_the_last_at_sign(String address, String domain) {
        assertThat(EmailAddress.of(address).domain()).isEqualTo(domain);
    }

    @Test
    void is_told_apart_without_regard_to_case() {
        assertThat(EmailAddress.of("ADA@Example.org").key()).isEqualTo("ada@example.org");
        // the Turkish i is the classic way to get this wrong
        assertThat(EmailAddress.of("INFO@EXAMPLE.ORG").key()).isEqualTo("info@example.org");
    }

    @ParameterizedTest
    @CsvSource({"Ada, Ada", "'', ada@example.org", "'  ', ada@example.org", "'\u200b', ada@example.org",
            "'Ada\nLovelace', Ada Lovelace"})
    void is_called_by_its_name_or_else_by_its_address(String name, String label) {
        var address = new EmailAddress(new UntrustedText(name), "ada@example.org");

        assertThat(address.label()).isEqualTo(new UntrustedText(label));
    }
}
