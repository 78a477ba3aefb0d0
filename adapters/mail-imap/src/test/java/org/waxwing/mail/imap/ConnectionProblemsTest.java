package org.waxwing.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;

class ConnectionProblemsTest {
    private static final SignIn ALICE = new SignIn.Password("alice", new Secret("sesame"));
    private static final ImapSettings PATIENT = ImapSettings.usual(true, true);
    private static final ImapSettings IMPATIENT = new ImapSettings(
            true,
            true,
            Duration.ofMillis(300),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));

    private static ConnectionProblem problem(ServerEndpoint endpoint) {
        return problem(endpoint, PATIENT);
    }

    private static ConnectionProblem problem(ServerEndpoint endpoint, ImapSettings settings) {
        var failure = new ConnectionProblem[1];
        assertThatThrownBy(() -> new ImapMailProvider(settings).verify(endpoint, ALICE))
                .isInstanceOfSatisfying(MailProviderException.class, e -> {
                    failure[0] = e.problem();
                    assertThat(e).hasNoCause();
                });
        return failure[0];
    }

    private static ConnectionProblem problemOf(ScriptedServer.Conversation conversation, ConnectionSecurity security)
            throws IOException {
        try (var server = new ScriptedServer(conversation)) {
            return problem(server.endpoint(security));
        }
    }

    private static ConnectionProblem problemOf(Map<String, String> exceptions, ConnectionSecurity security)
            throws IOException {
        try (var server = ScriptedServer.imap(exceptions)) {
            return problem(server.endpoint(security));
        }
    }

    @Test
    void tells_a_host_that_does_not_exist() {
        assertThat(problem(new ServerEndpoint("imap.nowhere.invalid", 993, ConnectionSecurity.TLS)))
                .isEqualTo(ConnectionProblem.UNKNOWN_HOST);
        assertThat(problem(new ServerEndpoint("bad..name", 993, ConnectionSecurity.TLS)))
                .isEqualTo(ConnectionProblem.UNKNOWN_HOST);
    }

    @Test
    void tells_a_closed_port() throws Exception {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(problem(new ServerEndpoint("127.0.0.1", port, ConnectionSecurity.NONE)))
                .isEqualTo(ConnectionProblem.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "10.0.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "[::1]",
            "::ffff:127.0.0.1", "fd00::1", "64:ff9b::a00:1", "100.64.0.1", "224.0.0.1", "2130706433"})
    void does_not_reach_into_private_networks_unless_allowed(String host) {
        assertThat(problem(new ServerEndpoint(host, 143, ConnectionSecurity.NONE), ImapSettings.usual(false, false)))
                .isEqualTo(ConnectionProblem.NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"220 mail.example.org ESMTP\r\n", "HTTP/1.1 400 Bad Request\r\n\r\n", "\0\u0001\u0002\r\n",
            "\r\n",
            "+OK POP3 ready\r\n", "* NO such luck\r\n", "SSH-2.0-OpenSSH_9.2\r\n"})
    void tells_servers_that_speak_something_else(String greeting) throws Exception {
        assertThat(problemOf(peer -> {
            peer.say(greeting);
            peer.ignore();
        }, ConnectionSecurity.NONE)).isEqualTo(ConnectionProblem.NOT_A_MAIL_SERVER);
    }

    @Test
    void tells_a_greeting_that_does_not_end() throws Exception {
        assertThat(problemOf(peer -> {
            while (true) peer.say("* OK and so on ".repeat(1000));
        }, ConnectionSecurity.NONE)).isEqualTo(ConnectionProblem.NOT_A_MAIL_SERVER);
        try (var server = new ScriptedServer(peer -> {
            peer.say("* OK dripping");
            peer.ignore();
        })) {
            assertThat(problem(server.endpoint(ConnectionSecurity.NONE), IMPATIENT))
                    .isEqualTo(ConnectionProblem.NOT_A_MAIL_SERVER);
        }
    }

    @ParameterizedTest
    @CsvSource({"NONE", "STARTTLS", "TLS"})
    void does_not_wait_for_a_server_that_never_speaks(ConnectionSecurity security) throws Exception {
        try (var server = new ScriptedServer(ScriptedServer.Peer::ignore)) {
            assertThat(problem(server.endpoint(security), IMPATIENT)).isEqualTo(ConnectionProblem.NOT_A_MAIL_SERVER);
        }
    }

    @Test
    void tells_tls_where_there_is_none() throws Exception {
        assertThat(problemOf(peer -> {
            peer.say("* OK ready\r\n");
            peer.ignore();
        }, ConnectionSecurity.TLS)).isEqualTo(ConnectionProblem.NOT_A_MAIL_SERVER);
    }

    @Test
    void insists_on_starttls() throws Exception {
        assertThat(problemOf(Map.of(), ConnectionSecurity.STARTTLS)).isEqualTo(ConnectionProblem.TLS_REFUSED);
        assertThat(problemOf(
                Map.of(
                        "CAPABILITY",
                        "* CAPABILITY IMAP4rev1 STARTTLS\r\nTAG OK done\r\n",
                        "STARTTLS",
                        "TAG NO not today\r\n"),
                ConnectionSecurity.STARTTLS)).isEqualTo(ConnectionProblem.TLS_REFUSED);
    }

    @Test
    void does_not_believe_what_is_injected_behind_starttls() throws Exception {
        var script = new LinkedHashMap<String, String>();
        script.put("CAPABILITY", "* CAPABILITY IMAP4rev1 STARTTLS\r\nTAG OK done\r\n");
        script.put("STARTTLS", "TAG OK begin\r\n* CAPABILITY IMAP4rev1\r\n");

        try (var server = ScriptedServer.imap(script)) {
            assertThat(problem(server.endpoint(ConnectionSecurity.STARTTLS))).isEqualTo(ConnectionProblem.TLS_REFUSED);
            assertThat(server.heard()).noneMatch(line -> line.contains("sesame"));
        }
    }

    @Test
    void does_not_take_preauth_for_an_answer_when_starttls_is_wanted() throws Exception {
        assertThat(problemOf(peer -> {
            peer.say("* PREAUTH welcome\r\n");
            peer.serve(ScriptedServer.with(Map.of()));
        }, ConnectionSecurity.STARTTLS)).isEqualTo(ConnectionProblem.TLS_REFUSED);
    }

    @Test
    void never_sends_a_password_where_login_is_disabled() throws Exception {
        try (var server = ScriptedServer.imap(
                Map.of("CAPABILITY", "* CAPABILITY IMAP4rev1 LOGINDISABLED\r\nTAG OK done\r\n"))) {
            assertThat(problem(server.endpoint(ConnectionSecurity.NONE))).isEqualTo(ConnectionProblem.TLS_REFUSED);
            assertThat(server.heard()).noneMatch(line -> line.contains("sesame"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "TAG NO [AUTHENTICATIONFAILED] Wrong, please try again | SIGN_IN_REFUSED",
            "TAG NO Login failed | SIGN_IN_REFUSED",
            "TAG BAD no | SIGN_IN_REFUSED",
            "TAG NO [UNAVAILABLE] Directory is down | THROTTLED",
            "TAG NO [LIMIT] Enough | THROTTLED",
            "TAG NO [ALERT] Too many simultaneous connections. (Failure) | THROTTLED",
            "TAG NO [PRIVACYREQUIRED] Not in the clear | TLS_REFUSED",
            "* BYE Too many connections | THROTTLED",
            "* BYE Shutting down | CONNECTION_LOST"})
    void understands_why_a_sign_in_is_refused(String answer, ConnectionProblem expected) throws Exception {
        var end = answer.startsWith("*") ? "\r\nCUT" : "\r\n";

        assertThat(problemOf(Map.of("LOGIN", answer + end), ConnectionSecurity.NONE)).isEqualTo(expected);
    }

    @Test
    void tells_a_server_that_sends_clients_away() throws Exception {
        assertThat(problemOf(
                peer -> peer.say("* BYE Too many connections from your network\r\n"), ConnectionSecurity.NONE))
                .isEqualTo(ConnectionProblem.THROTTLED);
        assertThat(problemOf(peer -> peer.say("* BYE Closing\r\n"), ConnectionSecurity.NONE))
                .isEqualTo(ConnectionProblem.CONNECTION_LOST);
    }

    @Test
    void signs_in_by_plain_where_it_is_offered() throws Exception {
        try (var server = new ScriptedServer(peer -> {
            peer.say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n");
            var tag = peer.hear().split(" ", 2)[0];
            peer.say("+ \r\n");
            peer.hear();
            peer.say(tag + " OK in\r\n");
            peer.serve(ScriptedServer.with(Map.of()));
        })) {
            new ImapMailProvider(PATIENT).verify(
                    server.endpoint(ConnectionSecurity.NONE),
                    new SignIn.Password("älice", new Secret("sësame")));

            assertThat(server.heard()).startsWith("AUTHENTICATE PLAIN", "AMOkbGljZQBzw6tzYW1l", "CAPABILITY");
        }
    }

    @Test
    void signs_in_by_plain_in_one_go_where_that_is_offered() throws Exception {
        try (var server = new ScriptedServer(peer -> {
            peer.say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready\r\n");
            peer.serve(ScriptedServer.with(Map.of("AUTHENTICATE", "TAG OK [CAPABILITY IMAP4rev1] in\r\n")));
        })) {
            new ImapMailProvider(PATIENT).verify(
                    server.endpoint(ConnectionSecurity.NONE),
                    new SignIn.Password("älice", new Secret("sësame")));

            assertThat(server.heard()).startsWith("AUTHENTICATE PLAIN AMOkbGljZQBzw6tzYW1l", "LOGOUT");
        }
    }

    @Test
    void does_not_ask_for_capabilities_that_it_was_told_on_signing_in() throws Exception {
        for (var consent : List.of(
                "TAG OK [CAPABILITY IMAP4rev1 IDLE] in\r\n", "* CAPABILITY IMAP4rev1 IDLE\r\nTAG OK in\r\n"))
            try (var server = new ScriptedServer(peer -> {
                peer.say("* OK [CAPABILITY IMAP4rev1] ready\r\n");
                peer.serve(ScriptedServer.with(Map.of("LOGIN", consent)));
            })) {
                new ImapMailProvider(PATIENT).verify(server.endpoint(ConnectionSecurity.NONE), ALICE);

                assertThat(server.heard()).startsWith("LOGIN alice sesame", "LOGOUT");
            }
    }

    @Test
    void falls_back_to_login_when_plain_is_not_understood() throws Exception {
        try (var server = ScriptedServer.imap(Map.of(
                "CAPABILITY",
                "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nTAG OK done\r\n",
                "AUTHENTICATE",
                "TAG BAD unknown mechanism\r\n"))) {
            new ImapMailProvider(PATIENT).verify(server.endpoint(ConnectionSecurity.NONE), ALICE);

            assertThat(server.heard()).contains("LOGIN alice sesame");
        }
    }
}
