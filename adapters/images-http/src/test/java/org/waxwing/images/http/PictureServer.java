package org.waxwing.images.http;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers on loopback with prepared bytes, by path, and keeps what it was asked. */
final class PictureServer implements Closeable {
    /** A picture of one dot. */
    static final byte[] PNG = {
            (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1, 0, 0, 0,
            1};

    private final ServerSocket socket;
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    PictureServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    PictureServer with(String path, String head, byte[] body) {
        var answer = new ByteArrayOutputStream();
        answer.writeBytes(
                ("HTTP/1.1 " + head.replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        answer.writeBytes(body);
        answers.put(path, answer.toByteArray());
        return this;
    }

    /** The address of a path, at a host of one's choice. */
    String at(String host, String path) {
        return "http://" + host + ":" + socket.getLocalPort() + path;
    }

    List<String> requests() {
        return requests;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var line = socket.accept();
                Thread.ofVirtual().start(() -> answer(line));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket line) {
        try (line) {
            var request = new StringBuilder();
            int b = line.getInputStream().read();
            while (b >= 0 && request.indexOf("\r\n\r\n") < 0) {
                request.append((char) b);
                if (request.indexOf("\r\n\r\n") < 0) b = line.getInputStream().read();
            }
            requests.add(request.toString());
            var answer = answers.get(request.toString().split(" ", -1)[1]);
            // without an answer the line stays silent until the other side has had enough
            if (answer == null) line.getInputStream().read();
            else line.getOutputStream().write(answer);
        } catch (IOException gone) {
            // the other side hung up
            return;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
