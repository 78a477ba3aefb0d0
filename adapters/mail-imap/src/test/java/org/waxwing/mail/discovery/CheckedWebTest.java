package org.waxwing.mail.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.mail.network.Reach;
import org.waxwing.mail.network.Tls;

class CheckedWebTest {
    private static @Nullable HttpsServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        var store = folder.resolve("key.p12");
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-keyalg", "EC", "-alias", "web", "-dname", "CN=localhost", "-validity", "2",
                "-storetype", "PKCS12", "-storepass", "secret", "-keystore", store.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "secret".toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "secret".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        var web = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.setHttpsConfigurator(new HttpsConfigurator(context));
        web.createContext("/document", exchange -> answer(exchange, 200, "<clientConfig/>"));
        web.createContext("/large", exchange -> answer(exchange, 200, "x".repeat(70_000)));
        web.createContext("/missing", exchange -> answer(exchange, 404, "no"));
        web.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/document");
            answer(exchange, 301, "");
        });
        web.createContext("/circle", exchange -> {
            exchange.getResponseHeaders().add("Location", "/circle");
            answer(exchange, 302, "");
        });
        web.createContext("/insecure", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://localhost/document");
            answer(exchange, 302, "");
        });
        web.start();
        server = web;
    }

    @AfterAll
    static void stop() {
        if (server != null) server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static int port() {
        if (server == null) throw new IllegalStateException("The web server has not been started");
        return server.getAddress().getPort();
    }

    private static Optional<String> get(String path) {
        return new CheckedWeb(new Reach(true), port(), new Tls(true)).get("localhost", path)
                .map(bytes -> new String(bytes, UTF_8));
    }

    @Test
    void fetches_a_document() {
        assertThat(get("/document")).hasValue("<clientConfig/>");
    }

    @Test
    void follows_a_redirect_but_not_for_ever_and_not_into_the_clear() {
        assertThat(get("/moved")).hasValue("<clientConfig/>");
        assertThat(get("/circle")).isEmpty();
        assertThat(get("/insecure")).isEmpty();
    }

    @Test
    void takes_nothing_that_is_missing_or_large() {
        assertThat(get("/missing")).isEmpty();
        assertThat(get("/large")).isEmpty();
    }

    @Test
    void trusts_no_unknown_certificate_and_reaches_no_private_host() {
        assertThat(new CheckedWeb(new Reach(true), port(), new Tls(false)).get("localhost", "/document")).isEmpty();
        assertThat(new CheckedWeb(new Reach(false), port(), new Tls(true)).get("localhost", "/document")).isEmpty();
    }

    @Test
    void gives_up_on_a_server_that_says_nothing() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var web = new CheckedWeb(new Reach(true), silent.getLocalPort(), new Tls(true));

            assertThat(Assertions.assertTimeout(Duration.ofSeconds(8), () -> web.get("localhost", "/document")))
                    .isEmpty();
        }
    }

    @Test
    void probes_for_a_greeting() throws IOException {
        var probe = new GreetingProbe(new Reach(true));
        try (var listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var endpoint = new ServerEndpoint("127.0.0.1", listener.getLocalPort(), ConnectionSecurity.STARTTLS);
            for (var greeting : new String[]{"* OK hi\r\n", "220 hi\r\n", "HTTP/1.1 400\r\n"}) {
                var answering = Thread.ofVirtual().start(() -> greet(listener, greeting));
                assertThat(probe.answers(endpoint)).isEqualTo(!greeting.startsWith("HTTP"));
                answering.interrupt();
            }
        }
    }

    private static void greet(ServerSocket listener, String greeting) {
        try (var socket = listener.accept()) {
            socket.getOutputStream().write(greeting.getBytes(UTF_8));
            socket.getOutputStream().flush();
            assertThat(socket.getInputStream().read()).isNegative();
        } catch (IOException e) {
            assertThat(e).isInstanceOf(IOException.class);
        }
    }
}
