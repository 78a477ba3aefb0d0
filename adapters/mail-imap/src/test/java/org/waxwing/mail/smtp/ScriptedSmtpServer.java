package org.waxwing.mail.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.world.ScriptedSubmission.Taken;

/** A submission server that says what a test wants it to say, and goes wrong where it wants it to. */
final class ScriptedSmtpServer implements AutoCloseable {
    /** Hangs up instead of an answer. */
    static final String CUT = "CUT";
    /** Says one letter after the other, for ever. */
    static final String DRIP = "DRIP";
    /** Says nothing, for ever. */
    static final String NOTHING = "NOTHING";

    private static final String OFFERS = "250-localhost\r\n250-8BITMIME\r\n250-SIZE 10000\r\n250 AUTH PLAIN LOGIN\r\n";

    private final ServerSocket listener;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private volatile Map<String, String> exceptions = Map.of();

    ScriptedSmtpServer() throws IOException {
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /**
     * From now on: beginnings of commands, and what to answer; {@code GREETING} is what it begins with, {@code TEXT} what it
     * does in the middle of a message, {@code END} what it says when it has one, {@code STORED} before that when it keeps
     * the message whatever it says, {@code NOBODY} to recipients of a message without a return path.
     */
    void except(Map<String, String> some) {
        exceptions = Map.copyOf(some);
    }

    ServerEndpoint endpoint(ConnectionSecurity security) {
        return new ServerEndpoint("127.0.0.1", listener.getLocalPort(), security);
    }

    List<Taken> taken() {
        return List.copyOf(taken);
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var socket : sockets) socket.close();
    }

    private void accept() {
        try {
            while (true) {
                var socket = listener.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            heard.add("(closed)");
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new Peer(socket).serve();
        } catch (IOException e) {
            heard.add("(lost)");
        }
    }

    /** The other end of one connection. */
    private final class Peer {
        private final BufferedReader in;
        private final OutputStream out;
        private final List<String> to = new ArrayList<>();
        private String from = "";

        Peer(Socket socket) throws IOException {
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out = socket.getOutputStream();
        }

        private boolean say(String words) throws IOException {
            if (words.equals(CUT)) return false;
            while (words.equals(NOTHING)) {
                if (in.readLine() == null) return false;
            }
            while (words.equals(DRIP)) {
                out.write('2');
                out.flush();
                LockSupport.parkNanos(50_000_000);
            }
            out.write((words.endsWith("\r\n") ? words : words + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return true;
        }

        void serve() throws IOException {
            var answers = new LinkedHashMap<>(exceptions);
            answers.putIfAbsent("GREETING", "220 ready");
            answers.putIfAbsent("EHLO", OFFERS);
            answers.putIfAbsent("AUTH", "235 in");
            answers.putIfAbsent("DATA", "354 go on");
            answers.putIfAbsent("QUIT", "221 see you");
            answers.putIfAbsent("END", "250 taken");
            if (!say(answer(answers, "GREETING"))) return;
            while (true) {
                var line = in.readLine();
                if (line == null) return;
                heard.add(line);
                if (line.startsWith("MAIL FROM:")) from = between(line);
                if (line.startsWith("RCPT TO:")) to.add(between(line));
                boolean nobody = line.startsWith("RCPT") && from.isEmpty() && answers.containsKey("NOBODY");
                var answer = answer(answers, nobody ? "NOBODY" : line);
                if (line.startsWith("RSET")) to.clear();
                if (!say(answer)) return;
                if (line.startsWith("QUIT")) return;
                if (line.equals("DATA") && answer.startsWith("354") && !text(answers)) return;
            }
        }

        private boolean text(Map<String, String> answers) throws IOException {
            if (answers.containsKey("TEXT")) {
                in.readLine();
                return false;
            }
            var text = new StringBuilder();
            for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
                if (line == null) return false;
                text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            }
            var end = answer(answers, "END");
            if (end.startsWith("250") || answers.containsKey("STORED"))
                taken.add(new Taken(from, List.copyOf(to), text.toString()));
            return say(end);
        }

        private static String between(String line) {
            return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
        }

        private static String answer(Map<String, String> answers, String line) {
            return answers.entrySet().stream()
                    .filter(it -> line.startsWith(it.getKey()))
                    .max(Comparator.comparingInt(it -> it.getKey().length()))
                    .map(Map.Entry::getValue)
                    .orElse("250 fine");
        }
    }
}
