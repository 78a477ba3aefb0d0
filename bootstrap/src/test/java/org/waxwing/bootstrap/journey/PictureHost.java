package org.waxwing.bootstrap.journey;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody else's server with pictures, which remembers who asked and how. */
final class PictureHost implements AutoCloseable {
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    PictureHost() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var headers = exchange.getRequestHeaders();
                asked.add(exchange.getRequestURI() + " cookie=" + headers.getFirst("Cookie") + " referer="
                        + headers.getFirst("Referer"));
                boolean svg = exchange.getRequestURI().getPath().endsWith(".svg");
                var body = svg
                        ? "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)
                        : PICTURE;
                exchange.getResponseHeaders().set("Content-Type", svg ? "image/svg+xml" : "image/png");
                exchange.getResponseHeaders().set("Set-Cookie", "who=you");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    /** The address of a picture. */
    String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Path, cookie and referrer of every request so far. */
    List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
