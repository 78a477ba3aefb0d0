package org.waxwing.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.RawMessage;
import org.waxwing.domain.sending.Envelope;
import org.waxwing.domain.sending.Letter;
import org.waxwing.domain.sending.MailSubmission.Outcome;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.mail.mime.MimeMessageWriter;

/** A real server takes what we write and hands it to its reader. */
class SubmissionIT {
    private static final EmailAddress ADA = new EmailAddress(new UntrustedText("Ada Löw"), "ada@example.org");
    private static final EmailAddress BOB = EmailAddress.of("bob@example.org");

    private final GreenMail server = new GreenMail(new ServerSetup[]{
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
    });
    private final SmtpSubmission submission = new SmtpSubmission(SmtpSettings.usual(true, true));

    @BeforeEach
    void start() {
        server.start();
        server.setUser("ada@example.org", "ada", "sesame");
        server.setUser("bob@example.org", "bob", "sesame");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Outcome submit(ConnectionSecurity security, String password, RawMessage message) {
        int port = security == ConnectionSecurity.TLS ? server.getSmtps().getPort() : server.getSmtp().getPort();
        return submission.submit(
                new ServerEndpoint("127.0.0.1", port, security), new SignIn.Password("ada", new Secret(password)),
                Envelope.of(ADA, List.of(BOB)), message, () -> true);
    }

    private static Letter letter(List<RawMessage> originals) {
        return new Letter(
                new MessageId("1@example.org"), ADA, List.of(BOB), new UntrustedText("Größe"), "Grüße\n.\nAda",
                Instant.parse("2026-03-01T09:00:00Z"), List.of(), Letter.Origin.GENERATED, List.of("mark"), originals);
    }

    @ParameterizedTest
    @EnumSource(value = ConnectionSecurity.class, names = {"NONE", "TLS"})
    void a_letter_arrives(ConnectionSecurity security) throws Exception {
        var original = RawMessage.of("Subject: Lunch\r\n\r\nAt noon?\r\n.\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(submit(security, "sesame", new MimeMessageWriter().write(letter(List.of(original)))))
                .isEqualTo(new Outcome.Accepted(List.of()));

        var arrived = server.getReceivedMessages();
        assertThat(arrived).hasSize(1);
        assertThat(arrived[0].getSubject()).isEqualTo("Größe");
        assertThat(arrived[0].getFrom()[0]).hasToString("=?UTF-8?Q?Ada_L=C3=B6w?= <ada@example.org>");
        assertThat(arrived[0].getMessageID()).isEqualTo("<1@example.org>");
        assertThat(arrived[0].getSize()).isGreaterThan(100);
    }

    @Test
    void a_wrong_password_is_a_refused_sign_in() {
        assertThatThrownBy(() -> submit(
                ConnectionSecurity.NONE, "wrong", new MimeMessageWriter().write(letter(List.of()))))
                .isInstanceOfSatisfying(MailProviderException.class,
                        e -> assertThat(e.problem()).isEqualTo(ConnectionProblem.SIGN_IN_REFUSED));
        assertThat(server.getReceivedMessages()).isEmpty();
    }
}
