package org.waxwing.mail.imap;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.mail.network.ForbiddenHostException;
import org.waxwing.mail.network.Reach;
import org.waxwing.mail.network.Tls;

/**
 * The way to a server: a socket to a checked address, with TLS on it from the start or later. We open it ourselves
 * rather than let the mail library do it, so that the name is looked up once, and because only whoever sees the steps
 * apart can tell a closed port from a wrong one or from a bad certificate.
 */
final class Line implements Closeable {
    // the library has a buffer of its own in front of this one
    private static final int OUT_BUFFER = 512;

    private final Socket plain;
    private final String host;
    private final Tls tls;
    private Socket current;
    private ResponseReader responses;
    private OutputStream out;
    private boolean isGreeted;

    private Line(Socket plain, Socket current, String host, Tls tls) throws IOException {
        this.plain = plain;
        this.current = current;
        this.host = host;
        this.tls = tls;
        this.responses = new ResponseReader(current.getInputStream());
        this.out = new BufferedOutputStream(current.getOutputStream(), OUT_BUFFER);
    }

    /** Connects, with TLS from the first byte when the endpoint asks for that. */
    static Line open(ServerEndpoint endpoint, ImapSettings settings) {
        var socket = connect(endpoint, settings);
        try {
            socket.setSoTimeout(greetingTimeout(settings));
            var host = Reach.ascii(endpoint.host());
            var tls = new Tls(settings.acceptAnyCertificate());
            if (endpoint.security() != ConnectionSecurity.TLS) return new Line(socket, socket, host, tls);
            var limit = Deadline.after(settings.readTimeout(), socket);
            try {
                return new Line(socket, tls.over(socket, host, endpoint.port()), host, tls);
            } finally {
                limit.met();
            }
        } catch (IOException e) {
            Closing.quietly(socket);
            throw new MailProviderException(problemOfHandshake(e));
        }
    }

    private static Socket connect(ServerEndpoint endpoint, ImapSettings settings) {
        try {
            return new Reach(settings.allowPrivateHosts())
                    .connect(endpoint.host(), endpoint.port(), settings.connectTimeout());
        } catch (UnknownHostException e) {
            throw new MailProviderException(ConnectionProblem.UNKNOWN_HOST);
        } catch (ForbiddenHostException e) {
            throw new MailProviderException(ConnectionProblem.NOT_ALLOWED);
        } catch (IOException e) {
            throw new MailProviderException(ConnectionProblem.UNREACHABLE);
        }
    }

    private static int greetingTimeout(ImapSettings settings) {
        return (int) settings.connectTimeout().multipliedBy(2).toMillis();
    }

    /** Whether TLS failed because the other side does not speak it, or because of what it said in it. */
    private static ConnectionProblem problemOfHandshake(IOException failure) {
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

    /**
     * Puts TLS on a connection begun in the clear. Whatever was said in the clear behind the server's consent is an
     * attack (CVE-2011-0411 and its kin) and ends the connection.
     */
    void upgrade() throws IOException {
        if (responses.available() > 0) throw new SSLException("Bytes in the clear behind STARTTLS");
        current = tls.over(plain, host, plain.getPort());
        responses = new ResponseReader(current.getInputStream());
        out = new BufferedOutputStream(current.getOutputStream(), OUT_BUFFER);
    }

    boolean isProtected() {
        return current instanceof SSLSocket;
    }

    ResponseReader responses() {
        return responses;
    }

    OutputStream out() {
        return out;
    }

    /** How long the server may be silent, and over which time it may not merely drip. */
    void readTimeout(Duration timeout) throws IOException {
        soTimeout(timeout);
        responses.patience(timeout);
    }

    private void soTimeout(Duration timeout) throws IOException {
        current.setSoTimeout((int) Math.min(Integer.MAX_VALUE, timeout.toMillis()));
    }

    /**
     * Whether the server says something before {@code timeout} is over.
     *
     * @throws IOException it has hung up
     */
    boolean speaksWithin(Duration timeout, Duration readTimeout) throws IOException {
        if (responses.available() > 0) return true;
        soTimeout(timeout);
        try {
            if (!responses.fill()) throw new EOFException("The server hung up");
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            if (!isClosed()) soTimeout(readTimeout);
        }
    }

    /** Closes this line unless what follows is done in time, however many bytes may be dripping in. */
    Deadline within(Duration limit) {
        return Deadline.after(limit, this);
    }

    void greeted() {
        isGreeted = true;
    }

    /** Whether a mail server has introduced itself. */
    boolean isGreeted() {
        return isGreeted;
    }

    boolean isClosed() {
        return plain.isClosed();
    }

    /** Ends the connection at once; safe from any thread. */
    @Override
    public void close() {
        // the socket below TLS: closing the one above would wait for the peer
        Closing.quietly(plain);
    }
}
