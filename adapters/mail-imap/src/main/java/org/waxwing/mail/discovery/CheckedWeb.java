package org.waxwing.mail.discovery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.waxwing.mail.network.Reach;
import org.waxwing.mail.network.Tls;

/**
 * As much of HTTP (RFC 9112) as it takes to fetch one small public document from a checked address; the JDK's client
 * resolves names by itself and could be led into our own network.
 */
final class CheckedWeb implements Web {
    private static final Duration TIME = Duration.ofSeconds(3);
    private static final int LARGEST_DOCUMENT = 64 << 10;
    private static final int LARGEST_HEAD = 16 << 10;
    private static final int HTTPS = 443;
    private static final int MOST_REDIRECTS = 2;

    private final Reach reach;
    private final int port;
    private final Tls tls;

    CheckedWeb(Reach reach) {
        this(reach, HTTPS, new Tls(false));
    }

    CheckedWeb(Reach reach, int port, Tls tls) {
        this.reach = reach;
        this.port = port;
        this.tls = tls;
    }

    @Override
    public Optional<byte[]> get(String host, String path) {
        long end = System.nanoTime() + TIME.toNanos();
        var at = URI.create("https://" + host + path);
        try {
            for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
                var answer = ask(at, end);
                if (answer.document().isPresent()) return answer.document();
                if (answer.location().isEmpty()) return Optional.empty();
                at = at.resolve(answer.location());
                boolean secure = "https".equals(at.getScheme()) && at.getHost() != null
                        && (at.getPort() < 0 || at.getPort() == HTTPS);
                if (!secure) return Optional.empty();
            }
        } catch (IOException | IllegalArgumentException e) {
            // not there, not allowed, not in time, not HTTP: the domain publishes nothing
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** What a server said: a document, or where else to look, or neither. */
    private record Answer(Optional<byte[]> document, String location) {}

    private Answer ask(URI at, long end) throws IOException {
        Socket socket = reach.connect(at.getHost(), port, left(end));
        // a reader that is late is cut off, however many bytes may be dripping in
        var guard = Thread.ofVirtual().name("autoconfig-deadline").start(() -> closeLater(socket, end));
        try (socket) {
            socket.setSoTimeout((int) left(end).toMillis());
            var secured = tls.over(socket, Reach.ascii(at.getHost()), port);
            var path = at.getRawPath() + (at.getRawQuery() == null ? "" : "?" + at.getRawQuery());
            secured.getOutputStream().write(("GET " + path + " HTTP/1.0\r\nHost: " + Reach.ascii(at.getHost())
                    + "\r\nAccept: text/xml, application/xml\r\nUser-Agent: Waxwing\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return read(new ByteArrayInputStream(
                    secured.getInputStream().readNBytes(LARGEST_HEAD + LARGEST_DOCUMENT)));
        } finally {
            guard.interrupt();
        }
    }

    private static Answer read(InputStream in) throws IOException {
        var status = line(in);
        var location = "";
        for (var header = line(in); !header.isEmpty(); header = line(in))
            if (header.regionMatches(true, 0, "location:", 0, 9)) location = header.substring(9).strip();
        if (status.matches("HTTP/1\\.[01] 30[12378].*")) return new Answer(Optional.empty(), location);
        byte[] document = in.readAllBytes();
        boolean good = status.matches("HTTP/1\\.[01] 200.*") && document.length < LARGEST_DOCUMENT;
        return new Answer(good ? Optional.of(document) : Optional.empty(), "");
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        int b = in.read();
        while (b >= 0 && b != '\n') {
            if (b != '\r') line.append((char) b);
            b = in.read();
        }
        return line.toString();
    }

    private static Duration left(long end) throws IOException {
        long nanos = end - System.nanoTime();
        if (nanos < 1_000_000) throw new IOException("Too late");
        return Duration.ofNanos(nanos);
    }

    private static void closeLater(Socket socket, long end) {
        try {
            Thread.sleep(left(end));
            socket.close();
        } catch (InterruptedException | IOException e) {
            // done in time, or closed already
            Thread.currentThread().interrupt();
        }
    }
}
