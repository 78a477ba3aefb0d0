package org.waxwing.web.faces.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;

class ServerTest {
    private static Server typed(String host, String port) {
        var server = new Server();
        server.setHost(host);
        server.setPort(port);
        server.setSecurity(ConnectionSecurity.STARTTLS);
        return server;
    }

    @Test
    void is_the_endpoint_that_was_typed() {
        var server = typed(" imap.example.org ", " 143 ");

        assertThat(server.isHost()).isTrue();
        assertThat(server.isPort()).isTrue();
        assertThat(server.endpoint())
                .isEqualTo(new ServerEndpoint("imap.example.org", 143, ConnectionSecurity.STARTTLS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "https://imap.example.org", "a b", "anna@example.org"})
    void knows_what_is_no_host(String host) {
        assertThat(typed(host, "143").isHost()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0", "65536", "999999", "-1", "14 3"})
    void knows_what_is_no_port(String port) {
        assertThat(typed("imap.example.org", port).isPort()).isFalse();
    }
}
