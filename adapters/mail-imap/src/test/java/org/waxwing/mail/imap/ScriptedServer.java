package org.waxwing.mail.imap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;

/** A server that says what a test wants it to say. */
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Conversation conversation;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /** One connection, from greeting to end. */
    @FunctionalInterface
    interface Conversation {
        void hold(Peer peer) throws IOException;
    }

    ScriptedServer(Conversation conversation) throws IOException {
        this.listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.conversation = conversation;
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                var socket = listener.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> hold(socket));
            }
        } catch (IOException e) {
            heard.add("(closed)");
        }
    }

    private void hold(Socket socket) {
        try (socket) {
            conversation.hold(new Peer(socket));
        } catch (IOException e) {
            heard.add("(lost)");
        }
    }

    ServerEndpoint endpoint(ConnectionSecurity security) {
        return new ServerEndpoint("127.0.0.1", listener.getLocalPort(), security);
    }

    /** How many connections there have been. */
    int connections() {
        return sockets.size();
    }

    /** All lines that clients sent, without their tags. */
    List<String> heard() {
        return heard;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var socket : sockets) socket.close();
    }

    /** The other end of one connection. */
    final class Peer {
        private final BufferedReader in;
        private final OutputStream out;

        Peer(Socket socket) throws IOException {
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            out = socket.getOutputStream();
        }

        void say(String words) throws IOException {
            out.write(words.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        /** Waits, without a word, until the client hangs up or the test is over. */
        void ignore() throws IOException {
            String line = in.readLine();
            while (line != null) line = in.readLine();
        }

        String hear() throws IOException {
            String line = in.readLine();
            if (line == null) throw new IOException("hung up");
            heard.add(line.substring(line.indexOf(' ') + 1));
            return line;
        }

        /** Says one letter after the other, ten in a second, until the client has enough. */
        private void drip() throws IOException {
            say("* 1 FETCH (UID 1 FLAGS (");
            while (true) {
                say("a");
                LockSupport.parkNanos(100_000_000);
            }
        }

        /** Answers by the first script entry that a command begins with; OK to what is in none. */
        void serve(Map<String, String> script) throws IOException {
            while (true) {
                String line = hear();
                int space = line.indexOf(' ');
                String tag = space < 0 ? "" : line.substring(0, space);
                String command = line.substring(space + 1);
                // a literal waits to be asked for (RFC 9051 §4.3)
                if (command.endsWith("}")) {
                    say("+ go on\r\n");
                    hear();
                }
                String answer = script.entrySet().stream()
                        .filter(entry -> command.startsWith(entry.getKey()))
                        .findFirst()
                        .map(Map.Entry::getValue)
                        .orElse("TAG OK done\r\n");
                if (answer.equals("DRIP")) drip();
                say(answer.endsWith("CUT") ? answer.substring(0, answer.length() - 3) : answer.replace("TAG", tag));
                if (answer.endsWith("CUT")) return;
                if (command.startsWith("LOGOUT")) return;
            }
        }
    }

    /** A well-behaved server apart from {@code exceptions}: beginnings of commands, and what to answer, TAG for the tag. */
    static ScriptedServer imap(Map<String, String> exceptions) throws IOException {
        return new ScriptedServer(peer -> {
            peer.say("* OK ready\r\n");
            peer.serve(with(exceptions));
        });
    }

    static Map<String, String> with(Map<String, String> exceptions) {
        var script = new LinkedHashMap<>(exceptions);
        script.putIfAbsent("CAPABILITY", "* CAPABILITY IMAP4rev1 IDLE\r\nTAG OK done\r\n");
        script.putIfAbsent("EXAMINE", "* 3 EXISTS\r\n* OK [UIDVALIDITY 7] valid\r\nTAG OK [READ-ONLY] done\r\n");
        script.putIfAbsent("LOGOUT", "* BYE see you\r\nTAG OK done\r\n");
        return script;
    }

    /** Lines as they go over the wire. */
    static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }
}
