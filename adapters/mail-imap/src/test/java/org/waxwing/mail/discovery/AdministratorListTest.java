package org.waxwing.mail.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;

class AdministratorListTest {
    @Test
    void reads_servers_by_domain() {
        var list = AdministratorList.parse(
                "waxwing.example=imap:127.0.0.1:3143:none,smtp:127.0.0.1:3025:none;user=localpart;"
                        + " Other.example = imap:[::1]:993:tls , smtp:mail.other.example:587:STARTTLS ;");

        assertThat(list.byDomain()).hasSize(2);
        assertThat(list.of("waxwing.example")).hasValue(new Servers(
                new ServerEndpoint("127.0.0.1", 3143, ConnectionSecurity.NONE),
                new ServerEndpoint("127.0.0.1", 3025, ConnectionSecurity.NONE),
                Servers.LOCAL_PART));
        assertThat(list.of("other.example")).hasValue(new Servers(
                new ServerEndpoint("[::1]", 993, ConnectionSecurity.TLS),
                new ServerEndpoint("mail.other.example", 587, ConnectionSecurity.STARTTLS),
                Servers.ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ";;"})
    void may_be_empty(String text) {
        assertThat(AdministratorList.parse(text).byDomain()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "nonsense | expected domain=imap",
            "a.example=imap:h:1:tls | needs both imap and smtp",
            "a.example=imap:h:1:tls,smtp:h:1 | expected host:port:security",
            "a.example=imap:h:1:tls,smtp:h:x:tls | in \"a.example",
            "a.example=imap:h:1:tls,smtp:h:70000:tls | Port out of range",
            "a.example=imap:h:1:tls,smtp:h:1:magic | none, starttls, tls",
            "a.example=pop3:h:1:tls,smtp:h:1:tls | knows only imap and smtp",
            "user=localpart | stands behind no domain",
            "a.example=imap:h:1:tls,smtp:h:1:tls;user=me | user=localpart or user=address",
            "a.example=imap:h:1:tls,smtp:h:1:tls;a.example=imap:h:1:tls,smtp:h:1:tls | is there twice"})
    void tells_what_cannot_be_read(String text, String message) {
        assertThatThrownBy(() -> AdministratorList.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("List of mail servers: ")
                .hasMessageContaining(message);
    }
}
