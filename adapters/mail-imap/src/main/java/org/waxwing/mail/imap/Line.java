package org.waxwing.mail.imap;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.mail.network.Closing;
import org.waxwing.mail.network.Deadline;
import org.waxwing.mail.network.Dialling;
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
        var socket = Dialling.connect(endpoint, settings.allowPrivateHosts(), settings.connectTimeout());
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
            throw new MailProviderException(Dialling.problemOfHandshake(e));
        }
    }

    private static int greetingTimeout(ImapSettings settings) {
        return (int) settings.connectTimeout().multipliedBy(2).toMillis();
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
