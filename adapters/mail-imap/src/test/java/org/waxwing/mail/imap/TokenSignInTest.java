package org.waxwing.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.OAuthTokens;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;

/** Signing in by a token at servers that offer one way or the other, and what they do when the token is not good. */
class TokenSignInTest {
    private static final SignIn ADA = new SignIn.OAuth(
            "ada,l=x@example.org",
            "custom",
            new OAuthTokens(new Secret("t0ken"), new Secret("refresh"), Instant.parse("2026-03-01T09:00:00Z")));
    private static final String ERROR = Base64.getEncoder().encodeToString(
            "{\"status\":\"400\",\"schemes\":\"Bearer\"}".getBytes(StandardCharsets.US_ASCII));

    private static ScriptedServer offering(String capabilities, String onceSaid) throws IOException {
        return new ScriptedServer(peer -> {
            peer.say("* OK ready\r\n");
            while (true) {
                var line = peer.hear();
                var tag = line.substring(0, line.indexOf(' '));
                var command = line.substring(line.indexOf(' ') + 1);
                if (command.startsWith("CAPABILITY"))
                    peer.say("* CAPABILITY IMAP4rev1 LOGINDISABLED " + capabilities + "\r\n" + tag + " OK done\r\n");
                else
                    if (command.startsWith("AUTHENTICATE")) {
                        if (command.split(" ").length == 2) {
                            peer.say("+ \r\n");
                            peer.hear();
                        }
                        if (onceSaid.startsWith("+")) {
                            peer.say(onceSaid + "\r\n");
                            peer.hear();
                            peer.say(tag + " NO [AUTHENTICATIONFAILED] no\r\n");
                        } else peer.say(onceSaid.replace("TAG", tag) + "\r\n");
                    } else if (command.startsWith("LOGOUT")) {
                        peer.say("* BYE see you\r\n" + tag + " OK done\r\n");
                        return;
                    }
            }
        });
    }

    private static void verify(ScriptedServer server) {
        new ImapMailProvider(ImapSettings.usual(true, true)).verify(server.endpoint(ConnectionSecurity.NONE), ADA);
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static void assertProblem(ScriptedServer server, ConnectionProblem expected) {
        assertThatThrownBy(() -> verify(server)).isInstanceOfSatisfying(MailProviderException.class, e -> {
            assertThat(e.problem()).isEqualTo(expected);
            assertThat(e).hasNoCause();
        });
    }

    @Test
    void says_everything_at_once_where_the_server_takes_an_initial_response() throws Exception {
        try (var server = offering("SASL-IR AUTH=XOAUTH2 AUTH=OAUTHBEARER", "* CAPABILITY IMAP4rev1\r\nTAG OK in")) {
            verify(server);

            assertThat(server.heard()).anySatisfy(it -> {
                assertThat(it).startsWith("AUTHENTICATE XOAUTH2 ");
                assertThat(decoded(it.substring(21)))
                        .isEqualTo("user=ada,l=x@example.org\1auth=Bearer t0ken\1\1");
            });
        }
    }

    @Test
    void waits_to_be_asked_where_it_does_not() throws Exception {
        try (var server = offering("AUTH=XOAUTH2", "TAG OK in")) {
            verify(server);

            var at = server.heard().indexOf("AUTHENTICATE XOAUTH2");
            assertThat(at).isNotNegative();
            assertThat(decoded(server.heard().get(at + 1))).startsWith("user=ada");
        }
    }

    @Test
    void speaks_oauthbearer_where_that_alone_is_offered() throws Exception {
        try (var server = offering("SASL-IR AUTH=OAUTHBEARER", "TAG OK in")) {
            verify(server);

            var port = server.endpoint(ConnectionSecurity.NONE).port();
            assertThat(server.heard()).anySatisfy(it -> {
                assertThat(it).startsWith("AUTHENTICATE OAUTHBEARER ");
                assertThat(decoded(it.substring(25))).isEqualTo("n,a=ada=2Cl=3Dx@example.org,\1host=127.0.0.1\1port="
                        + port + "\1auth=Bearer t0ken\1\1");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"XOAUTH2,''", "OAUTHBEARER,AQ=="})
    void answers_the_challenge_that_a_refusal_comes_in(String mechanism, String answer) throws Exception {
        try (var server = offering("SASL-IR AUTH=" + mechanism, "+ " + ERROR)) {
            assertProblem(server, ConnectionProblem.SIGN_IN_REFUSED);

            assertThat(server.heard()).contains(answer);
        }
    }

    @Test
    void tells_a_server_that_is_busy_from_one_that_refuses() throws Exception {
        try (var server = offering("AUTH=XOAUTH2", "TAG NO [UNAVAILABLE] Temporary authentication failure")) {
            assertProblem(server, ConnectionProblem.THROTTLED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AUTH=PLAIN", "AUTH=XOAUTH2X"})
    void shows_its_token_to_no_server_that_takes_none(String capabilities) throws Exception {
        try (var server = offering(capabilities, "TAG OK in")) {
            // it may offer more once the connection is protected
            assertProblem(server, ConnectionProblem.TLS_REFUSED);

            assertThat(server.heard()).noneMatch(it -> it.startsWith("AUTHENTICATE") || it.startsWith("LOGIN"));
        }
    }

    @Test
    void does_not_answer_challenges_for_ever() throws Exception {
        try (var server = new ScriptedServer(peer -> {
            peer.say("* OK ready\r\n");
            var line = peer.hear();
            peer.say("* CAPABILITY IMAP4rev1 AUTH=XOAUTH2\r\n" + line.substring(0, line.indexOf(' ')) + " OK done\r\n");
            while (true) {
                peer.hear();
                peer.say("+ \r\n");
            }
        })) {
            assertProblem(server, ConnectionProblem.CONNECTION_LOST);
        }
    }

    @Test
    void a_server_that_hangs_up_on_the_token_was_lost() throws Exception {
        try (var server = offering("AUTH=XOAUTH2", "* BYE out of order")) {
            assertProblem(server, ConnectionProblem.CONNECTION_LOST);
        }
    }
}
