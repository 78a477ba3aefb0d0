package org.waxwing.mail.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;

/** A connection on which somebody has signed in. */
final class ImapConnection implements AutoCloseable {
    private static final Duration TO_SIGN_OUT = Duration.ofSeconds(3);

    private final Line line;
    private final Wire wire;

    private ImapConnection(Line line, Wire wire) {
        this.line = line;
        this.wire = wire;
    }

    /** Connects, protects and signs in, or tells by a {@link MailProviderException} at which step that failed. */
    static ImapConnection open(ServerEndpoint endpoint, SignIn signIn, ImapSettings settings) {
        var line = Line.open(endpoint, settings);
        boolean open = false;
        var limit = line.within(settings.readTimeout());
        try {
            var wire = greet(line);
            if (endpoint.security() == ConnectionSecurity.STARTTLS) upgrade(line, wire);
            line.readTimeout(settings.readTimeout());
            signIn(endpoint, line, wire, signIn);
            open = true;
            return new ImapConnection(line, wire);
        } catch (IOException e) {
            throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        } finally {
            limit.met();
            if (!open) line.close();
        }
    }

    private static Wire greet(Line line) {
        try {
            return Wire.over(line);
        } catch (IOException | ProtocolException e) {
            throw new MailProviderException(
                    line.isGreeted() ? ConnectionProblem.CONNECTION_LOST : ConnectionProblem.NOT_A_MAIL_SERVER);
        }
    }

    private static void upgrade(Line line, Wire wire) throws IOException {
        // PREAUTH here would mean that somebody in between keeps us from asking for TLS (RFC 9051 §7.1.4)
        if (wire.isAuthenticated() || !wire.hasCapability("STARTTLS"))
            throw new MailProviderException(ConnectionProblem.TLS_REFUSED);
        try {
            wire.ask("STARTTLS");
        } catch (RefusedException e) {
            throw new MailProviderException(ConnectionProblem.TLS_REFUSED);
        }
        try {
            line.upgrade();
        } catch (IOException e) {
            throw new MailProviderException(ConnectionProblem.TLS_REFUSED);
        }
        // what was said in the clear may have been said by somebody else
        learnCapabilities(wire);
    }

    private static void signIn(ServerEndpoint endpoint, Line line, Wire wire, SignIn signIn) {
        if (wire.isAuthenticated()) return;
        try {
            switch (signIn) {
                case SignIn.Password password -> authenticate(line, wire, password);
                case SignIn.OAuth token -> TokenSignIn.offeredBy(wire)
                        .orElseThrow(() -> noWayIn(line))
                        .over(wire, endpoint, token);
            }
        } catch (CommandFailedException e) {
            throw new MailProviderException(problemOfRefusal(e.getResponse()));
        } catch (BadCommandException e) {
            throw new MailProviderException(ConnectionProblem.SIGN_IN_REFUSED);
        } catch (ConnectionException e) {
            throw new MailProviderException(Wire.problemOfBye(e.getResponse()));
        } catch (ProtocolException e) {
            // a referral to another server (RFC 2221): not followed
            throw new MailProviderException(ConnectionProblem.SIGN_IN_REFUSED);
        }
        // most servers tell with their consent what they offer from now on (RFC 9051 §7.1)
        if (!wire.hasToldCapabilities()) learnCapabilities(wire);
    }

    /** PLAIN rather than LOGIN where there is a choice: it alone is defined for names and passwords beyond ASCII. */
    private static void authenticate(Line line, Wire wire, SignIn.Password password) throws ProtocolException {
        boolean login = !wire.hasCapability("LOGINDISABLED");
        if (!wire.hasCapability("AUTH=PLAIN")) {
            if (!login) throw noWayIn(line);
            login(wire, password);
            return;
        }
        try {
            wire.authplain("", password.username(), password.password().value());
        } catch (BadCommandException e) {
            if (!login) throw e;
            login(wire, password);
        }
    }

    // many servers offer a sign-in only once the connection is protected
    private static MailProviderException noWayIn(Line line) {
        return new MailProviderException(line.isProtected()
                ? ConnectionProblem.SIGN_IN_REFUSED
                : ConnectionProblem.TLS_REFUSED);
    }

    private static void login(Wire wire, SignIn.Password password) throws ProtocolException {
        var arguments = new Argument();
        arguments.writeString(password.username(), StandardCharsets.UTF_8);
        arguments.writeString(password.password().value(), StandardCharsets.UTF_8);
        wire.signedIn(wire.command("LOGIN", arguments));
    }

    private static ConnectionProblem problemOfRefusal(Response no) {
        var text = new ServerText(no.getRest());
        if (text.wantsPrivacy()) return ConnectionProblem.TLS_REFUSED;
        if (text.refusesCredentials()) return ConnectionProblem.SIGN_IN_REFUSED;
        return text.saysLater() ? ConnectionProblem.THROTTLED : ConnectionProblem.SIGN_IN_REFUSED;
    }

    private static void learnCapabilities(Wire wire) {
        try {
            wire.capability();
        } catch (ProtocolException e) {
            throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        }
    }

    Wire wire() {
        return wire;
    }

    Line line() {
        return line;
    }

    /** Signs out as far as the server takes part, and closes. */
    @Override
    public void close() {
        if (line.isClosed()) return;
        var limit = line.within(TO_SIGN_OUT);
        try {
            wire.command("LOGOUT", null);
        } finally {
            limit.met();
            line.close();
        }
    }
}
