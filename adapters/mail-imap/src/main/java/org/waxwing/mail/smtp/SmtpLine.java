package org.waxwing.mail.smtp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
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

/** The way to a submission server: a socket to a checked address, with TLS from the start or later, and a limit in time. */
final class SmtpLine implements Closeable {
    // RFC 5321 §4.5.3.1.5 has 512 for a line; servers that tell stories get more, but not for ever
    private static final int LONGEST_LINE = 4_096;
    private static final int MOST_LINES = 200;

    private final Socket plain;
    private final String host;
    private final Tls tls;
    private final Deadline deadline;
    private Socket current;
    private InputStream in;
    private OutputStream out;

    private SmtpLine(Socket plain, String host, Tls tls, Duration total) throws IOException {
        this.plain = plain;
        this.host = host;
        this.tls = tls;
        this.current = plain;
        this.in = new BufferedInputStream(plain.getInputStream());
        this.out = new BufferedOutputStream(plain.getOutputStream());
        // a server that drips is cut off, however patient each read is
        this.deadline = Deadline.after(total, plain);
    }

    /** Connects, with TLS from the first byte when the endpoint asks for that. */
    static SmtpLine open(ServerEndpoint endpoint, SmtpSettings settings) {
        var socket = Dialling.connect(endpoint, settings.allowPrivateHosts(), settings.connectTimeout());
        try {
            socket.setSoTimeout((int) settings.connectTimeout().multipliedBy(2).toMillis());
            var line = new SmtpLine(
                    socket, Reach.ascii(endpoint.host()), new Tls(settings.acceptAnyCertificate()), settings.total());
            boolean open = false;
            try {
                if (endpoint.security() == ConnectionSecurity.TLS) line.protect();
                open = true;
                return line;
            } finally {
                if (!open) line.close();
            }
        } catch (IOException e) {
            Closing.quietly(socket);
            throw new MailProviderException(Dialling.problemOfHandshake(e));
        }
    }

    /**
     * Puts TLS on a connection begun in the clear. Whatever was said in the clear behind the server's consent is an attack
     * (CVE-2011-0411) and ends the connection.
     */
    void upgrade() throws IOException {
        if (in.available() > 0) throw new SSLException("Bytes in the clear behind STARTTLS");
        protect();
    }

    private void protect() throws IOException {
        current = tls.over(plain, host, plain.getPort());
        in = new BufferedInputStream(current.getInputStream());
        out = new BufferedOutputStream(current.getOutputStream());
    }

    boolean isProtected() {
        return current instanceof SSLSocket;
    }

    /** How long the server may be silent from now on. */
    void patience(Duration timeout) throws IOException {
        current.setSoTimeout((int) Math.min(Integer.MAX_VALUE, timeout.toMillis()));
    }

    /** Says a command and hears the answer. */
    Reply ask(String command) throws IOException {
        if (command.indexOf('\r') >= 0 || command.indexOf('\n') >= 0)
            throw new IllegalArgumentException("A command is one line");
        out.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return hear();
    }

    /**
     * Hears one answer.
     *
     * @throws IOException the line broke, or this is no answer of SMTP
     */
    Reply hear() throws IOException {
        var lines = new ArrayList<String>();
        while (lines.size() < MOST_LINES) {
            var line = line();
            if (!line.matches("[2-5][0-9]{2}([ -].*)?")) throw new IOException("No answer of SMTP");
            lines.add(line.length() > 4 ? line.substring(4) : "");
            if (line.length() == 3 || line.charAt(3) == ' ')
                return new Reply(Integer.parseInt(line.substring(0, 3)), lines);
        }
        throw new IOException("An answer that does not end");
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) throw new IOException("The server hung up");
            if (line.length() >= LONGEST_LINE) throw new IOException("A line that does not end");
            if (b != '\r') line.append((char) b);
        }
        return line.toString();
    }

    /** Where the text of a message goes; not yet flushed. */
    OutputStream out() {
        return out;
    }

    /** Ends the connection at once. */
    @Override
    public void close() {
        deadline.met();
        // the socket below TLS: closing the one above would wait for the peer
        Closing.quietly(plain);
    }
}
