package org.waxwing.bootstrap.journey;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.waxwing.bootstrap.local.Artifacts;
import org.waxwing.bootstrap.local.DataFolder;
import org.waxwing.bootstrap.local.LocalStack;
import org.waxwing.bootstrap.local.Ports;
import org.waxwing.bootstrap.local.ProgressLog;

/**
 * The running product: started once for all journeys, on free ports with data of its own, and stopped when the last one
 * has ended. A test that takes a parameter of this type gets it.
 */
final class Stage implements AutoCloseable {
    /** What a scheduler outside shows. */
    static final String CRON_SECRET = "a-scheduler-outside-knows-it";

    /** Who is there from the beginning: whoever takes on something of theirs does so alone. */
    static final String DEMO_PEOPLE = "alice and bob";
    private static final String PASSWORD = "A-long-enough-Passw0rd";

    private final Map<String, String> passwords = new ConcurrentHashMap<>(Map.of("alice", "alice", "bob", "bob"));
    private final Set<String> letting = ConcurrentHashMap.newKeySet();
    private final LocalStack stack;
    private final LocalStack.Running running;
    private final DataFolder folder;
    private final TestMail mail;
    private final int tokenImapPort;

    private Stage(
            LocalStack stack, LocalStack.Running running, DataFolder folder, TestMail mail, int tokenImapPort) {
        this.stack = stack;
        this.running = running;
        this.folder = folder;
        this.mail = mail;
        this.tokenImapPort = tokenImapPort;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Stage set() {
        try {
            var path = Path.of(System.getProperty("waxwing.stack", "target/stack"));
            LocalStack.forget(path);
            var folder = DataFolder.open(path);
            var ports = Ports.free();
            int tokenImapPort = freePort();
            var plan = new LocalStack.Plan(
                    folder,
                    Path.of(System.getProperty("waxwing.cache", "target/cache")).toAbsolutePath(),
                    ports,
                    Artifacts.ofSystemProperties(),
                    settings(ports.keycloak(), tokenImapPort),
                    new ProgressLog(System.out, Instant.now()));
            var stack = LocalStack.of(plan);
            return new Stage(stack, stack.start(), folder, TestMail.start(), tokenImapPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting", e);
        }
    }

    private static Map<String, String> settings(int keycloak, int tokenImapPort) {
        var settings = new HashMap<>(MailConsent.settings(keycloak, tokenImapPort));
        settings.put("WAXWING_CRON_SECRET", CRON_SECRET);
        return settings;
    }

    /** The address of the pages, with a slash at its end. */
    String web() {
        return stack.web().toString();
    }

    /** The address of health and metrics, with a slash at its end. */
    String management() {
        return running.wildFly().management().toString();
    }

    /** The address of the identity provider, without a slash. */
    String keycloak() {
        return "http://127.0.0.1:" + stack.ports().keycloak();
    }

    /**
     * The API, as somebody with a token of their own. Whoever is not known yet is made known, as somebody who lets
     * everybody in: who screens says so.
     */
    Api api(String person) {
        var api = Api.signedIn(this, person, passwords.computeIfAbsent(person, this::makeKnown));
        if (letting.add(person) && api.patch("me/settings", "{\"screener\": \"off\"}").statusCode() != 200)
            throw new IllegalStateException("The Screener of " + person + " could not be switched off");
        return api;
    }

    /** What somebody signs in with, who is made known if need be. */
    String password(String person) {
        return passwords.computeIfAbsent(person, this::makeKnown);
    }

    /** Does what signing up would do, which journeys of newcomers show. */
    private String makeKnown(String person) {
        var password = Json.createObjectBuilder().add("type", "password").add("value", PASSWORD)
                .add("temporary", false);
        var user = Json.createObjectBuilder()
                .add("username", person)
                .add("email", person + "@example.org")
                .add("firstName", "Vera")
                .add("lastName", person)
                .add("enabled", true)
                .add("credentials", Json.createArrayBuilder().add(password))
                .build();
        Api.administer(this, "users", user.toString());
        return PASSWORD;
    }

    LocalStack.Running running() {
        return running;
    }

    LocalStack stack() {
        return stack;
    }

    /** A mail server for mailboxes that tests fill by hand. */
    TestMail mail() {
        return mail;
    }

    /** Where the organisation's own mail provider is expected, whose sign-in is by consent at this Keycloak. */
    int tokenImapPort() {
        return tokenImapPort;
    }

    /** What the server was told about that provider, with whatever else settings need. */
    Map<String, String> mailProvider() {
        var settings = new HashMap<>(MailConsent.settings(stack.ports().keycloak(), tokenImapPort));
        settings.put("WAXWING_CREDENTIAL_KEY", "0".repeat(64));
        return settings;
    }

    int demoImapPort() {
        return stack.ports().demoImap();
    }

    int demoSmtpPort() {
        return stack.ports().demoSmtp();
    }

    /** The database as its superuser sees it, to look behind the scenes. */
    Connection database() throws SQLException {
        return DriverManager.getConnection(
                running.postgres().url(), "postgres", stack.secrets().databaseSuperuser());
    }

    @Override
    public void close() throws IOException {
        mail.close();
        stack.close();
        folder.close();
    }

    /** Hands the one stage to every test class that asks for it. */
    static final class Provider implements ParameterResolver {
        private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Stage.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Stage.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(HERE).computeIfAbsent(Stage.class, type -> set(), Stage.class);
        }
    }
}
