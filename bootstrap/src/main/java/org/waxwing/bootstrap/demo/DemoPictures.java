package org.waxwing.bootstrap.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.waxwing.bootstrap.demo.world.NewsletterPictures;

/**
 * Where the newsletters of the demo have their pictures: a little web server on 127.0.0.1, so that blocking them and
 * showing them can be seen without the internet. Without a free port there are no pictures, and all else works.
 */
final class DemoPictures implements AutoCloseable {
    private final @Nullable HttpServer server;

    private DemoPictures(@Nullable HttpServer server) {
        this.server = server;
    }

    static DemoPictures start(int port) {
        try {
            var loopback = InetAddress.getByAddress(new byte[]{127, 0, 0, 1});
            var server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
            server.createContext("/", DemoPictures::answer);
            server.start();
            return new DemoPictures(server);
        } catch (IOException taken) {
            return new DemoPictures(null);
        }
    }

    /** Without a slash at its end; empty when there are none. */
    String address() {
        return server == null ? "" : "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var picture = NewsletterPictures.png(exchange.getRequestURI().getPath());
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, picture.length);
            exchange.getResponseBody().write(picture);
        }
    }

    @Override
    public void close() {
        if (server != null) server.stop(0);
    }
}
