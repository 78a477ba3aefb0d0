package org.waxwing.mail.imap;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongUnaryOperator;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.mail.network.Closing;

/**
 * A line to a real IMAP server that goes wrong in the ways that lines and servers do. Speaks in the clear, and
 * understands just enough of what passes to hit the right place. Faults hold for what passes from then on, on standing
 * connections too, until {@link #mend}.
 */
public final class FaultyLine implements AutoCloseable {
    private final ServerSocket listener;
    private final int serverPort;
    private final List<Connection> open = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private volatile LongUnaryOperator exists = LongUnaryOperator.identity();
    private final AtomicLong literalsUntilCut = new AtomicLong(Long.MAX_VALUE);
    private volatile long cutFrom;
    private volatile long bytesASecond = Long.MAX_VALUE;
    private volatile String answerToLose = "";
    private volatile boolean deaf;
    private final AtomicInteger connections = new AtomicInteger();

    private FaultyLine(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("faulty-line").start(this::accept);
    }

    /** A line to the server that listens in the clear at a port of this machine. Nothing is wrong with it yet. */
    public static FaultyLine to(int serverPort) throws IOException {
        return new FaultyLine(serverPort);
    }

    /** Where clients find it. */
    public ServerEndpoint endpoint() {
        return new ServerEndpoint("127.0.0.1", listener.getLocalPort(), ConnectionSecurity.NONE);
    }

    /** Cuts the connection once, in the middle of the {@code nth} literal of at least {@code size} bytes from now. */
    public void cutInLiteral(int nth, long size) {
        cutFrom = size;
        literalsUntilCut.set(nth);
    }

    /** Tells another number of messages than the server does. */
    public void lieAboutExists(LongUnaryOperator lie) {
        exists = lie;
    }

    /** Says goodbye instead of opening a folder. */
    public void sayGoodbyeOnOpening() {
        answers.put("SELECT", "* BYE Shutting down\r\n");
        answers.put("EXAMINE", "* BYE Shutting down\r\n");
    }

    /** Answers whoever signs in with this, say {@code NO [LIMIT] Not so fast}. */
    public void refuseSignIn(String answer) {
        answer("LOGIN", answer);
        answer("AUTHENTICATE", answer);
    }

    /** Answers one command with this instead of asking the server. */
    public void answer(String command, String answer) {
        answers.put(command.toUpperCase(Locale.ROOT), "TAG " + answer + "\r\n");
    }

    /** Passes the next command that begins like this on, {@code UID MOVE} say, and cuts the line in place of its answer. */
    public void loseAnswerTo(String command) {
        answerToLose = command.toUpperCase(Locale.ROOT);
    }

    /** Lets only so many bytes from the server pass in a second; at least 1. */
    public void slowDownTo(int bytes) {
        bytesASecond = bytes;
    }

    /** Cuts every connection, and takes no new ones until {@link #mend}. */
    public void goDown() {
        deaf = true;
        cutAll();
    }

    /** Cuts every connection. */
    public void cutAll() {
        open.forEach(Connection::close);
    }

    /** Nothing is wrong any more; what was cut stays cut. */
    public void mend() {
        answers.clear();
        exists = LongUnaryOperator.identity();
        literalsUntilCut.set(Long.MAX_VALUE);
        bytesASecond = Long.MAX_VALUE;
        answerToLose = "";
        deaf = false;
    }

    /** How many connections there have been. */
    public int connections() {
        return connections.get();
    }

    /** How many connections stand. */
    public int open() {
        return open.size();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cutAll();
    }

    private void accept() {
        try {
            while (true) {
                var client = listener.accept();
                if (deaf) client.close();
                else begin(client);
            }
        } catch (IOException e) {
            cutAll();
        }
    }

    private void begin(Socket client) throws IOException {
        try {
            var connection = new Connection(client, new Socket(InetAddress.getLoopbackAddress(), serverPort));
            open.add(connection);
            connections.incrementAndGet();
            Thread.ofVirtual().name("faulty-line-in").start(() -> connection.pump(connection::fromServer));
            Thread.ofVirtual().name("faulty-line-out").start(() -> connection.pump(connection::fromClient));
        } catch (IOException e) {
            // nobody behind it: that is what a line without a server is like
            client.close();
        }
    }

    /** Passes on what comes until there is no more. */
    @FunctionalInterface
    private interface Pump {
        void run() throws IOException;
    }

    private final class Connection {
        private final Socket client;
        private final Socket server;
        private final ReentrantLock speaking = new ReentrantLock();
        private volatile String lostTag = "";

        Connection(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        void pump(Pump pump) {
            try {
                pump.run();
            } catch (IOException e) {
                // one end is gone: so is the other
                System.getLogger(FaultyLine.class.getName()).log(System.Logger.Level.TRACE, "A line is cut");
            } finally {
                close();
            }
        }

        void close() {
            open.remove(this);
            Closing.quietly(client);
            Closing.quietly(server);
        }

        void fromServer() throws IOException {
            var in = new BufferedInputStream(server.getInputStream(), 64 << 10);
            while (true) {
                var line = line(in);
                if (line.length == 0) return;
                if (isLost(line)) return;
                byte[] told = changed(line);
                say(told, 0, told.length);
                long literal = literalAtEnd(line);
                if (literal > 0) pass(in, literal, isToBeCut(literal));
            }
        }

        private boolean isLost(byte[] line) {
            return !lostTag.isEmpty() && new String(line, StandardCharsets.ISO_8859_1).startsWith(lostTag + ' ');
        }

        private boolean isToBeCut(long literal) {
            if (literal < cutFrom || literalsUntilCut.get() == Long.MAX_VALUE) return false;
            if (literalsUntilCut.decrementAndGet() > 0) return false;
            literalsUntilCut.set(Long.MAX_VALUE);
            return true;
        }

        private void pass(InputStream in, long literal, boolean cut) throws IOException {
            byte[] bytes = new byte[64 << 10];
            long left = cut ? literal / 2 : literal;
            while (left > 0) {
                int read = in.read(bytes, 0, (int) Math.min(bytes.length, left));
                if (read < 0) throw new IOException("The server hung up");
                say(bytes, 0, read);
                left -= read;
            }
            if (cut) throw new IOException("Cut");
        }

        private byte[] changed(byte[] line) {
            var text = new String(line, StandardCharsets.ISO_8859_1);
            if (!text.matches("\\* \\d+ EXISTS\r\n")) return line;
            long told = Long.parseLong(text.substring(2, text.indexOf(' ', 2)));
            return ("* " + exists.applyAsLong(told) + " EXISTS\r\n").getBytes(StandardCharsets.ISO_8859_1);
        }

        void fromClient() throws IOException {
            var in = new BufferedInputStream(client.getInputStream());
            while (true) {
                var line = line(in);
                if (line.length == 0) return;
                var words = new String(line, StandardCharsets.ISO_8859_1).strip().split(" ", 3);
                var answer = words.length < 2 ? null : answers.get(words[1].toUpperCase(Locale.ROOT));
                if (answer == null) {
                    loseAnswer(words[0], new String(line, StandardCharsets.ISO_8859_1));
                    server.getOutputStream().write(line);
                    server.getOutputStream().flush();
                    continue;
                }
                byte[] said = answer.replace("TAG", words[0]).getBytes(StandardCharsets.ISO_8859_1);
                say(said, 0, said.length);
                if (answer.startsWith("* BYE")) return;
            }
        }

        private void loseAnswer(String tag, String line) {
            var lost = answerToLose;
            if (lost.isEmpty() || !line.toUpperCase(Locale.ROOT).startsWith(lost, tag.length() + 1)) return;
            answerToLose = "";
            lostTag = tag;
        }

        private void say(byte[] bytes, int from, int length) throws IOException {
            speaking.lock();
            try {
                OutputStream out = client.getOutputStream();
                if (bytesASecond == Long.MAX_VALUE) out.write(bytes, from, length);
                else for (int i = from; i < from + length; i++) {
                    out.write(bytes[i]);
                    long pace = bytesASecond;
                    if (pace != Long.MAX_VALUE) LockSupport.parkNanos(1_000_000_000L / pace);
                }
                out.flush();
            } finally {
                speaking.unlock();
            }
        }

        /** The next line with its end; nothing at the end of the stream. */
        private static byte[] line(InputStream in) throws IOException {
            var line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                line.write(b);
                if (b == '\n') break;
            }
            return line.toByteArray();
        }

        private static long literalAtEnd(byte[] line) {
            var text = new String(line, StandardCharsets.ISO_8859_1);
            if (!text.endsWith("}\r\n")) return 0;
            var digits = text.substring(text.lastIndexOf('{') + 1, text.length() - 3);
            return digits.matches("\\d{1,10}") ? Long.parseLong(digits) : 0;
        }
    }
}
