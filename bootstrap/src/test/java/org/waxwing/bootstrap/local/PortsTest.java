package org.waxwing.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void are_the_usual_ones_unless_the_environment_says_otherwise() throws Exception {
        Ports ports = Ports.of(Map.of("WAXWING_KEYCLOAK_PORT", "8280"));

        assertThat(ports).isEqualTo(new Ports(8080, 9990, 8280, 9000, 15432, 3143, 3025));
    }

    @Test
    void say_in_one_sentence_which_one_is_taken_and_what_changes_it() throws Exception {
        Ports free = Ports.free();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            var ports = new Ports(
                    free.http(),
                    free.management(),
                    free.keycloak(),
                    free.keycloakManagement(),
                    port,
                    free.demoImap(),
                    free.demoSmtp());

            assertThat(ports.objection())
                    .hasValue("Port " + port + " (port of the local PostgreSQL) is taken;"
                            + " set WAXWING_POSTGRES_PORT to a free one and start again.");
        }
    }

    @Test
    void say_when_one_is_wanted_twice() throws Exception {
        Ports free = Ports.free();
        var ports = new Ports(
                free.http(),
                free.management(),
                free.keycloak(),
                free.keycloakManagement(),
                free.postgres(),
                free.demoImap(),
                free.demoImap());

        assertThat(ports.objection()).hasValueSatisfying(sentence -> assertThat(sentence)
                .contains("wanted twice")
                .contains("WAXWING_DEMO_IMAP_PORT")
                .contains("WAXWING_DEMO_SMTP_PORT"));
    }

    @Test
    void refuse_what_is_not_a_port() {
        assertThatThrownBy(() -> Ports.of(Map.of("WAXWING_HTTP_PORT", "http")))
                .hasMessage("WAXWING_HTTP_PORT must be a port number, not \"http\".");
        assertThatThrownBy(() -> Ports.of(Map.of("WAXWING_HTTP_PORT", "70000")))
                .hasMessage("WAXWING_HTTP_PORT must be a port number, not \"70000\".");
    }
}
