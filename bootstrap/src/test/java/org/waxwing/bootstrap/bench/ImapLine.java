package org.waxwing.bootstrap.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The barest IMAP client there can be: it signs in, opens a folder, and notes when the server says that mail is there. */
final class ImapLine implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final BufferedReader in;
    private int tag;

    private ImapLine(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    static ImapLine signedIn(int port, String user) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            var line = new ImapLine(socket);
            line.read();
            line.command("LOGIN " + user + " " + MailServer.PASSWORD);
            return line;
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    /** Opens a folder. */
    void select(String folder) throws IOException {
        command("SELECT " + folder);
    }

    /** Starts to listen; the queue gets the {@link System#nanoTime} of every message that is announced. */
    BlockingQueue<Long> idle() throws IOException {
        send("idle IDLE\r\n");
        while (!read().startsWith("+")) {
            // what the server had to say before
        }
        socket.setSoTimeout(0);
        var announced = new LinkedBlockingQueue<Long>();
        Thread.ofVirtual().start(() -> listen(announced));
        return announced;
    }

    private void listen(BlockingQueue<Long> announced) {
        try {
            while (true) {
                if (read().endsWith(" EXISTS")) announced.add(System.nanoTime());
            }
        } catch (IOException closed) {
            // the end of listening
        }
    }

    private void command(String command) throws IOException {
        var name = "a" + ++tag;
        send(name + " " + command + "\r\n");
        while (true) {
            var answer = read();
            if (answer.startsWith(name + " OK")) return;
            if (answer.startsWith(name + " ")) throw new IOException("The mail server said " + answer);
        }
    }

    private void send(String line) throws IOException {
        socket.getOutputStream().write(line.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String read() throws IOException {
        var line = in.readLine();
        if (line == null) throw new IOException("The mail server hung up");
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
