package org.waxwing.bootstrap.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.waxwing.bootstrap.local.Artifacts;
import org.waxwing.bootstrap.local.DataFolder;
import org.waxwing.bootstrap.local.LocalStack;
import org.waxwing.bootstrap.local.Ports;
import org.waxwing.bootstrap.local.ProgressLog;
import org.waxwing.bootstrap.server.CachedFolder;

/** Everything that runs while it is measured, on free ports and with data of its own. */
final class Scene implements AutoCloseable {
    static final String DATABASE = "waxwing";

    private final Path target;
    /** Of the mail server and its clients; short, because sockets have short names, and open to other users. */
    private final Path mailFolder;
    private final DataFolder data;
    private final LocalStack stack;
    private final MailServer mail;
    private LocalStack.@Nullable Running running;
    private @Nullable Api api;
    private boolean closed;

    private Scene(Path target, Path mailFolder, DataFolder data, LocalStack stack, MailServer mail) {
        this.target = target;
        this.mailFolder = mailFolder;
        this.data = data;
        this.stack = stack;
        this.mail = mail;
    }

    static Scene set(Wanted wanted, ProgressLog progress) throws Exception {
        var target = Path.of(System.getProperty("waxwing.target", "target")).toAbsolutePath();
        var folder = target.resolve("bench");
        LocalStack.forget(folder);
        var data = DataFolder.open(folder);
        var mailFolder = Files.createTempDirectory("waxwing-bench");
        var mail = MailServer.start(mailFolder);
        progress.say("Dovecot answers.");
        var plan = new LocalStack.Plan(
                data,
                target.resolve("cache"),
                Ports.free(),
                Artifacts.ofSystemProperties(),
                Map.of(),
                wanted.flags(),
                progress);
        var scene = new Scene(target, mailFolder, data, LocalStack.of(plan), mail);
        // whoever interrupts us must leave nothing behind
        Runtime.getRuntime().addShutdownHook(new Thread(scene::close));
        try {
            scene.start();
            return scene;
        } catch (Exception failure) {
            scene.close();
            throw failure;
        }
    }

    private void start() throws IOException, InterruptedException {
        running = stack.start();
        api = newApi();
    }

    /** The API, as the one person who uses the product here. */
    Api api() {
        return Objects.requireNonNull(api);
    }

    /** The API, as somebody else. */
    Api api(String person) {
        return new Api(stack.web(), running().keycloak().issuer(), person);
    }

    MailServer mail() {
        return mail;
    }

    /** Where results are left. */
    Path target() {
        return target;
    }

    /** An empty folder for a client of the mail server. */
    Path clientFolder(String name) throws IOException {
        return Files.createDirectories(mailFolder.resolve("clients").resolve(name));
    }

    /** The server's process. */
    long serverPid() {
        return running().wildFly().process().process().orElseThrow().pid();
    }

    /** Stops the server and starts it again with other flags of its JVM. */
    void restart(List<String> flags) throws IOException, InterruptedException {
        running().wildFly().close();
        running().wildFly().startAgain(flags, Map.of());
        // the connections of the former one are broken
        api = newApi();
    }

    /** A database as its superuser sees it, whom row-level security does not bind. */
    Connection database(String name, Map<String, String> properties) throws SQLException {
        var login = new Properties();
        login.putAll(properties);
        login.setProperty("user", "postgres");
        login.setProperty("password", stack.secrets().databaseSuperuser());
        return DriverManager.getConnection(databaseUrl(name), login);
    }

    /** The product's database as the application's role sees it. */
    Connection asApplication() throws SQLException {
        return DriverManager.getConnection(
                databaseUrl(DATABASE), "waxwing_app", stack.secrets().databaseApplication());
    }

    /** The address of the pages. */
    URI web() {
        return stack.web();
    }

    /** Where what is fetched once is kept. */
    Path cache() {
        return target.resolve("cache");
    }

    String databaseUrl(String name) {
        var url = running().postgres().url();
        return url.substring(0, url.lastIndexOf('/') + 1) + name;
    }

    /** Password of the role that owns the schema. */
    String ownerPassword() {
        return stack.secrets().databaseOwner();
    }

    /** Answers a question about the product's database with a number. */
    long count(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    /** Answers a question about the product's database. */
    String text(String query) throws SQLException {
        try (var connection = database(DATABASE, Map.of());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Writes down what is pending, so that the next measurement does not pay for the one before. */
    void settle() throws SQLException {
        try (var connection = database(DATABASE, Map.of()); var statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        mail.close();
        stack.close();
        try {
            data.close();
            CachedFolder.delete(mailFolder);
        } catch (IOException leftBehind) {
            System.out.println("Could not be removed: " + mailFolder + " (" + leftBehind.getMessage() + ")");
        }
    }

    private LocalStack.Running running() {
        return Objects.requireNonNull(running);
    }

    private Api newApi() {
        return api("alice");
    }
}
