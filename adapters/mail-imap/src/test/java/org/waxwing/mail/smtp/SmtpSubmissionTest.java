package org.waxwing.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.OAuthTokens;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.RawMessage;
import org.waxwing.domain.sending.Envelope;
import org.waxwing.domain.sending.MailSubmission;
import org.waxwing.domain.sending.MailSubmission.Outcome;
import org.waxwing.domain.sending.MailSubmissionContract;
import org.waxwing.domain.sending.Trouble;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.world.ScriptedSubmission.Manner;
import org.waxwing.domain.world.ScriptedSubmission.Taken;

/** Submission to servers that are well, ill, slow, or gone. */
class SmtpSubmissionTest implements MailSubmissionContract {
    private static final SignIn ALICE = new SignIn.Password("alice", new Secret("sesame"));
    private static final SmtpSettings SETTINGS = new SmtpSettings(
            true, true, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(3));

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();

    SmtpSubmissionTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Override
    public MailSubmission submission() {
        return new SmtpSubmission(SETTINGS);
    }

    @Override
    public ServerEndpoint server() {
        return server.endpoint(ConnectionSecurity.NONE);
    }

    @Override
    public List<Taken> taken() {
        return server.taken();
    }

    @Override
    public void serverBehaves(Manner manner) {
        server.except(switch (manner) {
            case TAKES -> Map.of();
            case TAKES_NO_EMPTY_RETURN_PATH -> Map.of("MAIL FROM:<>", "550 5.7.1 nobody");
            case REFUSES_SIGN_IN -> Map.of("AUTH", "535 5.7.8 no");
            case REFUSES_RECIPIENT -> Map.of("RCPT", "550 5.1.1 unknown");
            case REFUSES_CONTENT -> Map.of("END", "554 5.7.1 spam");
            case BUSY -> Map.of("GREETING", "421 4.3.2 too many");
            case BUSY_AFTER_ALL -> Map.of("END", "451 4.3.0 disk");
            case GOES_AWAY_IN_THE_MIDDLE -> Map.of("DATA", ScriptedSmtpServer.CUT);
            case TAKES_AND_GOES_AWAY -> Map.of("END", ScriptedSmtpServer.CUT, "STORED", "");
        });
    }

    private static RawMessage message(String text) {
        return RawMessage.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private Outcome submit(SignIn signIn, String to, RawMessage message) {
        return submission().submit(server(), signIn, Envelope.of(ADA, List.of(EmailAddress.of(to))), message,
                () -> true);
    }

    private Outcome submit() {
        return submit(ALICE, "bob@example.org", message("Subject: Lunch\r\n\r\nAt noon?\r\n"));
    }

    private void assertProblem(ConnectionProblem expected) {
        assertThatThrownBy(this::submit).isInstanceOfSatisfying(MailProviderException.class, e -> {
            assertThat(e.problem()).isEqualTo(expected);
            assertThat(e).hasNoCause();
        });
    }

    @Test
    void a_server_that_says_nothing_to_the_last_word_leaves_everybody_in_doubt() {
        for (var silence : List.of(ScriptedSmtpServer.NOTHING, ScriptedSmtpServer.DRIP, "what?", "3", "354 more")) {
            server.except(Map.of("END", silence));
            assertThat(submit()).as(silence).isEqualTo(new Outcome.Uncertain());
        }
    }

    @Test
    void a_server_that_is_slow_or_babbles_before_that_has_taken_nothing() {
        for (var answer : List.of(ScriptedSmtpServer.NOTHING, ScriptedSmtpServer.DRIP, "fine",
                ScriptedSmtpServer.CUT)) {
            server.except(Map.of("RCPT", answer));
            assertProblem(ConnectionProblem.CONNECTION_LOST);
        }
        server.except(Map.of("GREETING", "* OK IMAP4rev1"));
        assertProblem(ConnectionProblem.NOT_A_MAIL_SERVER);
        assertThat(taken()).isEmpty();
    }

    @Test
    void a_server_that_goes_away_while_it_is_told_has_taken_nothing() {
        server.except(Map.of("TEXT", ScriptedSmtpServer.CUT));
        var large = message("Subject: Lunch\r\n\r\n" + "At noon?\r\n".repeat(900));

        // whether the last piece or the last word meets the closed door is a matter of time
        Outcome outcome;
        try {
            outcome = submit(ALICE, "bob@example.org", large);
        } catch (MailProviderException e) {
            outcome = new Outcome.Uncertain();
        }

        assertThat(outcome).isEqualTo(new Outcome.Uncertain());
        assertThat(taken()).isEmpty();
    }

    @Test
    void a_message_that_cannot_be_read_is_not_sent_in_part() {
        var broken = new RawMessage() {
            @Override
            public InputStream open() throws IOException {
                throw new IOException("disk");
            }

            @Override
            public long size() {
                return 10;
            }
        };

        assertThatThrownBy(() -> submit(ALICE, "bob@example.org", broken)).isInstanceOf(UncheckedIOException.class);
        assertThat(taken()).isEmpty();
    }

    @Test
    void what_is_larger_than_the_server_takes_is_not_even_begun() {
        assertThat(submit(ALICE, "bob@example.org", message("a".repeat(10_001))))
                .isEqualTo(new Outcome.Refused(Trouble.TOO_LARGE));
        assertThat(server.heard()).noneMatch(it -> it.startsWith("MAIL"));

        server.except(Map.of("END", "552 5.3.4 too large"));
        assertThat(submit()).isEqualTo(new Outcome.Refused(Trouble.TOO_LARGE));
    }

    @Test
    void tells_the_size_and_that_bytes_have_eight_bits_where_the_server_wants_to_know() {
        submit();
        server.except(Map.of("EHLO", "250 localhost"));
        submit();

        assertThat(server.heard()).filteredOn(it -> it.startsWith("MAIL")).containsExactly(
                "MAIL FROM:<ada@example.org> SIZE=28 BODY=8BITMIME", "MAIL FROM:<ada@example.org>");
    }

    @Test
    void a_line_break_is_what_the_protocol_says_and_no_dot_ends_anything() {
        submit(ALICE, "bob@example.org", message("one\n.\ntwo\r.\rthree\r\n.\r\n.QUIT"));

        assertThat(taken()).singleElement()
                .satisfies(it -> assertThat(it.message()).isEqualTo("one\r\n.\r\ntwo\r\n.\r\nthree\r\n.\r\n.QUIT\r\n"));
    }

    @Test
    void an_address_with_other_letters_needs_a_server_that_knows_them() {
        assertThat(submit(ALICE, "björn@example.org", message("Hello")))
                .isEqualTo(new Outcome.Refused(Trouble.LETTERS_REFUSED));
        assertThat(submit(ALICE, "bob@bücher.example", message("Hello"))).isInstanceOf(Outcome.Accepted.class);
        server.except(Map.of("EHLO", "250-localhost\r\n250 SMTPUTF8"));
        assertThat(submit(ALICE, "björn@example.org", message("Hello"))).isInstanceOf(Outcome.Accepted.class);

        assertThat(taken()).extracting(it -> it.to().getFirst())
                .containsExactly("bob@xn--bcher-kva.example", "björn@example.org");
        assertThat(server.heard()).anyMatch(it -> it.endsWith(" SMTPUTF8"));
    }

    @Test
    void a_server_may_say_late_that_it_wants_a_return_path() {
        server.except(Map.of("NOBODY", "550 5.7.1 not from nobody"));

        var outcome = submission().submit(
                server(), ALICE, Envelope.ofAnswer(ADA, BOB), message("Hello"), () -> true);

        assertThat(outcome).isEqualTo(new Outcome.Accepted(List.of()));
        assertThat(taken()).containsExactly(new Taken("ada@example.org", List.of("bob@example.org"), "Hello\r\n"));
    }

    @Test
    void of_several_recipients_some_may_be_refused() {
        server.except(Map.of("RCPT TO:<eve@", "550 unknown"));
        var eve = EmailAddress.of("eve@example.org");

        var outcome = submission().submit(
                server(), ALICE, Envelope.of(ADA, List.of(eve, BOB)), message("Hello"), () -> true);

        assertThat(outcome).isEqualTo(new Outcome.Accepted(List.of(eve)));
    }

    @Test
    void signs_in_by_the_ways_that_are_offered() {
        var token = new SignIn.OAuth("ada", "custom", new OAuthTokens(
                new Secret("t0ken"), new Secret("refresh"), Instant.parse("2026-03-01T09:00:00Z")));
        submit();
        server.except(Map.of("EHLO", "250-localhost\r\n250 AUTH LOGIN", "AUTH", "334 VXNlcm5hbWU6",
                base64("alice"), "334 UGFzc3dvcmQ6", base64("sesame"), "235 in"));
        submit();
        server.except(Map.of("EHLO", "250-localhost\r\n250 AUTH=XOAUTH2"));
        submit(token, "bob@example.org", message("Hello"));
        server.except(Map.of("EHLO", "250-localhost\r\n250 AUTH OAUTHBEARER"));
        submit(token, "bob@example.org", message("Hello"));

        assertThat(taken()).hasSize(4);
        assertThat(server.heard()).filteredOn(it -> it.startsWith("AUTH")).map(SmtpSubmissionTest::decoded)
                .containsExactly("PLAIN \0alice\0sesame", "LOGIN ", "XOAUTH2 user=ada\1auth=Bearer t0ken\1\1",
                        "OAUTHBEARER n,a=ada,\1host=127.0.0.1\1port=" + server().port() + "\1auth=Bearer t0ken\1\1");
    }

    @Test
    void a_token_that_is_refused_is_a_refused_sign_in() {
        server.except(Map.of("EHLO", "250-localhost\r\n250 AUTH XOAUTH2", "AUTH", "334 eyJzdGF0dXMiOiI0MDAifQ==",
                "", "535 5.7.8 no"));
        var token = new SignIn.OAuth("ada", "custom", new OAuthTokens(
                new Secret("t0ken"), new Secret("refresh"), Instant.parse("2026-03-01T09:00:00Z")));

        assertThatThrownBy(() -> submit(token, "bob@example.org", message("Hello")))
                .isInstanceOfSatisfying(MailProviderException.class,
                        e -> assertThat(e.problem()).isEqualTo(ConnectionProblem.SIGN_IN_REFUSED));
    }

    @Test
    void a_server_that_wants_a_sign_in_and_offers_none_refuses_it() {
        server.except(Map.of("EHLO", "250 localhost", "MAIL", "530 5.7.0 authenticate first"));

        assertProblem(ConnectionProblem.SIGN_IN_REFUSED);
    }

    @Test
    void nothing_is_said_in_the_clear_where_it_should_be_protected() {
        assertThatThrownBy(() -> submission().submit(
                server.endpoint(ConnectionSecurity.STARTTLS), ALICE, Envelope.of(ADA, List.of(BOB)), message("Hello"),
                () -> true)).isInstanceOfSatisfying(MailProviderException.class,
                        e -> assertThat(e.problem()).isEqualTo(ConnectionProblem.TLS_REFUSED));
        assertThatThrownBy(() -> submission().submit(
                server.endpoint(ConnectionSecurity.TLS), ALICE, Envelope.of(ADA, List.of(BOB)), message("Hello"),
                () -> true)).isInstanceOf(MailProviderException.class);
        assertThat(server.heard()).noneMatch(it -> it.startsWith("AUTH") || it.startsWith("MAIL"));
    }

    @Test
    void private_addresses_are_left_alone() {
        var careful = new SmtpSubmission(SmtpSettings.usual(false, false));

        assertThatThrownBy(() -> careful.submit(
                server(), ALICE, Envelope.of(ADA, List.of(BOB)), message("Hello"), () -> true))
                .isInstanceOfSatisfying(MailProviderException.class,
                        e -> assertThat(e.problem()).isEqualTo(ConnectionProblem.NOT_ALLOWED));
    }

    private static String base64(String words) {
        return Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String command) {
        var parts = command.split(" ", -1);
        return parts[1] + " " + (parts.length < 3
                ? ""
                : new String(Base64.getDecoder().decode(parts[2]), StandardCharsets.UTF_8));
    }
}
