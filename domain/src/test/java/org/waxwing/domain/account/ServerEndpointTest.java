package org.waxwing.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerEndpointTest {
    @ParameterizedTest
    @ValueSource(strings = {"imap.example.org", " imap.example.org ", "192.0.2.1", "::1", "localhost",
            "bücher.example"})
    void takes_names_and_addresses(String host) {
        assertThat(new ServerEndpoint(host, 993, ConnectionSecurity.TLS).host()).isEqualTo(host.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "imaps://imap.example.org", "ada@example.org", "a b", "a\nb", "a/b", "a\\b",
            "a?b",
            "a#b"})
    void refuses_what_is_no_host(String host) {
        assertThatThrownBy(() -> new ServerEndpoint(host, 993, ConnectionSecurity.TLS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_a_name_longer_than_any() {
        assertThatThrownBy(() -> new ServerEndpoint("a".repeat(254), 993, ConnectionSecurity.TLS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65_536})
    void refuses_ports_that_do_not_exist(int port) {
        assertThatThrownBy(() -> new ServerEndpoint("imap.example.org", port, ConnectionSecurity.TLS))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
