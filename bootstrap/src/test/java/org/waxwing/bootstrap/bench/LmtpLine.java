package org.waxwing.bootstrap.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.waxwing.bootstrap.bench.corpus.Letter;

/** Delivers messages as the mail server's own transport does (RFC 2033). */
final class LmtpLine implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    LmtpLine(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        socket.setTcpNoDelay(true);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        expect("2");
        say("LHLO bench.example.org", "2");
    }

    /** Delivers a message; returns when the server has taken it. */
    void deliver(String user, Letter letter) throws IOException {
        say("MAIL FROM:<klara@example.org>", "2");
        say("RCPT TO:<" + user + "@example.org>", "2");
        say("DATA", "3");
        var source = new String(letter.source(), StandardCharsets.ISO_8859_1).replace("\r\n.", "\r\n..");
        say(source + (source.endsWith("\r\n") ? "." : "\r\n."), "2");
    }

    private void say(String line, String answer) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        expect(answer);
    }

    private void expect(String answer) throws IOException {
        while (true) {
            var line = in.readLine();
            if (line == null || !line.startsWith(answer)) throw new IOException("The mail server said " + line);
            if (line.length() < 4 || line.charAt(3) != '-') return;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
