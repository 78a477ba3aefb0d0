package org.waxwing.mail.network;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;

/** Connecting to servers that somebody named, and what to tell them when it fails. */
public final class Dialling {
    private Dialling() {}

    /**
     * Connects to the first address behind an endpoint that answers.
     *
     * @throws MailProviderException why that could not be
     */
    public static Socket connect(ServerEndpoint endpoint, boolean allowPrivateHosts, Duration within) {
        try {
            return new Reach(allowPrivateHosts).connect(endpoint.host(), endpoint.port(), within);
        } catch (UnknownHostException e) {
            throw new MailProviderException(ConnectionProblem.UNKNOWN_HOST);
        } catch (ForbiddenHostException e) {
            throw new MailProviderException(ConnectionProblem.NOT_ALLOWED);
        } catch (IOException e) {
            throw new MailProviderException(ConnectionProblem.UNREACHABLE);
        }
    }

    /** Whether TLS failed because the other side does not speak it, or because of what it said in it. */
    public static ConnectionProblem problemOfHandshake(IOException failure) {
        if (hasCause(failure, CertificateException.class)) return ConnectionProblem.TLS_REFUSED;
        // a server that waits for the client to speak first, or hangs up on hearing TLS
        if (!(failure instanceof SSLException) || hasCause(failure, EOFException.class))
            return ConnectionProblem.NOT_A_MAIL_SERVER;
        // JSSE has no type for "that was plain text"
        return String.valueOf(failure.getMessage()).contains("Unsupported or unrecognized SSL message")
                ? ConnectionProblem.NOT_A_MAIL_SERVER
                : ConnectionProblem.TLS_REFUSED;
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable at = failure; at != null; at = at.getCause()) if (type.isInstance(at)) return true;
        return false;
    }
}
