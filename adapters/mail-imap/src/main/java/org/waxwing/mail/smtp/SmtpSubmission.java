package org.waxwing.mail.smtp;

import java.io.IOException;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.mailbox.RawMessage;
import org.waxwing.domain.sending.Envelope;
import org.waxwing.domain.sending.MailSubmission;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;

/** A connection for each message. */
public final class SmtpSubmission implements MailSubmission {
    // RFC 5321 §4.1.4 wants a name or an address; where we are in our own network is nobody's business
    private static final String EHLO = "EHLO [127.0.0.1]";

    private final SmtpSettings settings;

    public SmtpSubmission(SmtpSettings settings) {
        this.settings = settings;
    }

    @Override
    public Outcome submit(
            ServerEndpoint server, SignIn signIn, Envelope envelope, RawMessage message, LastWord lastWord) {
        try (var line = SmtpLine.open(server, settings)) {
            return new MailTransaction(line, ready(line, server, signIn), settings, lastWord)
                    .submit(envelope, message);
        } catch (IOException e) {
            // whatever breaks behind the last word is dealt with there
            throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        }
    }

    /** Greets, protects and signs in, or tells by a {@link MailProviderException} at which step that failed. */
    private Extensions ready(SmtpLine line, ServerEndpoint server, SignIn signIn) throws IOException {
        greet(line);
        line.patience(settings.replyTimeout());
        var extensions = introduce(line);
        if (server.security() == ConnectionSecurity.STARTTLS) {
            if (!extensions.has("STARTTLS") || !line.ask("STARTTLS").isGood())
                throw new MailProviderException(ConnectionProblem.TLS_REFUSED);
            try {
                line.upgrade();
            } catch (IOException e) {
                throw new MailProviderException(ConnectionProblem.TLS_REFUSED);
            }
            line.patience(settings.replyTimeout());
            // what was said in the clear may have been said by somebody else
            extensions = introduce(line);
        }
        new SmtpSignIn(line, server).with(signIn, extensions.mechanisms());
        return extensions;
    }

    private static void greet(SmtpLine line) {
        Reply greeting;
        try {
            greeting = line.hear();
        } catch (IOException e) {
            throw new MailProviderException(ConnectionProblem.NOT_A_MAIL_SERVER);
        }
        if (greeting.saysLater()) throw new MailProviderException(ConnectionProblem.THROTTLED);
        if (!greeting.isGood()) throw new MailProviderException(ConnectionProblem.UNREACHABLE);
    }

    private static Extensions introduce(SmtpLine line) throws IOException {
        var reply = line.ask(EHLO);
        if (reply.saysLater()) throw new MailProviderException(ConnectionProblem.THROTTLED);
        if (!reply.isGood()) throw new MailProviderException(ConnectionProblem.NOT_A_MAIL_SERVER);
        return Extensions.of(reply);
    }
}
