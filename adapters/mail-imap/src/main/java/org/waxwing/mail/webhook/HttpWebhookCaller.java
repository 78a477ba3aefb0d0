package org.waxwing.mail.webhook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.waxwing.domain.sending.Trouble;
import org.waxwing.domain.sending.WebhookCaller;
import org.waxwing.mail.network.Deadline;
import org.waxwing.mail.network.ForbiddenHostException;
import org.waxwing.mail.network.Reach;
import org.waxwing.mail.network.Tls;

/**
 * As much of HTTP (RFC 9112) as it takes to post a few words to a checked address and hear whether they were taken. Only
 * the status is read; redirects are refusals.
 */
public final class HttpWebhookCaller implements WebhookCaller {
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final int LONGEST_LINE = 8 << 10;
    private static final int MOST_INTERIM = 5;

    private final Set<String> trusted;

    /**
     * A caller for everybody.
     *
     * @param trusted as {@code host} or {@code host:port}: may be called without TLS, and in private networks
     */
    public HttpWebhookCaller(Set<String> trusted) {
        this.trusted = Set.copyOf(trusted);
    }

    @Override
    public Answer call(URI written, Call call) {
        var address = URI.create(written.toASCIIString());
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        var host = address.getHost();
        if (host == null || address.getUserInfo() != null || !(secure || scheme.equals("http")))
            return new Answer.Refused(Trouble.NOT_ALLOWED);
        int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
        var name = host.toLowerCase(Locale.ROOT);
        boolean known = trusted.contains(name) || trusted.contains(name + ":" + port);
        if (!secure && !known) return new Answer.Refused(Trouble.NOT_ALLOWED);
        try {
            return answer(post(address, host, port, secure, new Reach(known), call));
        } catch (ForbiddenHostException e) {
            return new Answer.Refused(Trouble.NOT_ALLOWED);
        } catch (IOException e) {
            return new Answer.Later(Trouble.UNREACHABLE);
        }
    }

    private static int post(URI address, String host, int port, boolean secure, Reach reach, Call call)
            throws IOException {
        long end = System.nanoTime() + TIME.toNanos();
        Socket socket = reach.connect(host, port, TIME);
        // a program that drips is cut off, however patient each read is
        var deadline = Deadline.after(Duration.ofNanos(Math.max(1, end - System.nanoTime())), socket);
        try (socket) {
            socket.setSoTimeout((int) TIME.toMillis());
            var line = secure ? new Tls(false).over(socket, Reach.ascii(host), port) : socket;
            var body = CallBody.of(call).getBytes(StandardCharsets.UTF_8);
            line.getOutputStream().write(head(address, call, body).getBytes(StandardCharsets.US_ASCII));
            line.getOutputStream().write(body);
            line.getOutputStream().flush();
            return status(new BufferedInputStream(line.getInputStream()));
        } finally {
            deadline.met();
        }
    }

    private static String head(URI address, Call call, byte[] body) {
        var path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        var at = String.valueOf(call.at().getEpochSecond());
        return "POST " + path + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()) + " HTTP/1.1\r\n"
                + "Host: " + address.getHost() + (address.getPort() >= 0 ? ":" + address.getPort() : "") + "\r\n"
                + "User-Agent: Waxwing\r\nConnection: close\r\nAccept: */*\r\n"
                + "Content-Type: application/json; charset=utf-8\r\nContent-Length: " + body.length + "\r\n"
                + "Idempotency-Key: " + call.id() + "\r\n"
                + "Waxwing-Timestamp: " + at + "\r\n"
                + "Waxwing-Signature: v1=" + Signature.of(call.secret(), at, body) + "\r\n\r\n";
    }

    /** The status of the answer behind those that say to wait (RFC 9110 §15.2). */
    private static int status(InputStream in) throws IOException {
        for (int i = 0; i < MOST_INTERIM; i++) {
            var status = line(in);
            if (!status.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) throw new IOException("Not HTTP");
            int code = Integer.parseInt(status.substring(9, 12));
            if (code >= 200) return code;
            var header = line(in);
            while (!header.isEmpty()) header = line(in);
        }
        throw new IOException("An answer that does not come");
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.length() > LONGEST_LINE) throw new IOException("Not an answer");
            if (b != '\r') line.append((char) b);
        }
        return line.toString();
    }

    private static Answer answer(int status) {
        if (status / 100 == 2) return new Answer.Taken();
        return switch (status) {
            case 408, 425, 429, 503 -> new Answer.Later(Trouble.BUSY);
            default -> status >= 500
                    ? new Answer.Later(Trouble.UNREACHABLE)
                    : new Answer.Refused(Trouble.PROGRAM_REFUSED);
        };
    }
}
