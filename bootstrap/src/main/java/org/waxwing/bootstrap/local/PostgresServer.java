package org.waxwing.bootstrap.local;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.waxwing.bootstrap.server.Archives;
import org.waxwing.bootstrap.server.CachedFolder;
import org.waxwing.bootstrap.server.Lifeline;

/** PostgreSQL on 127.0.0.1 with the database {@code waxwing} and its two roles; data survive restarts. */
public final class PostgresServer implements AutoCloseable {
    private static final Duration INITDB_TIME = Duration.ofSeconds(60);
    private static final Duration STOP_TIME = Duration.ofSeconds(10);

    private final Lifeline process;
    private final int port;

    private PostgresServer(Lifeline process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts PostgreSQL; returns when the database and its roles are there.
     *
     * @param cache where the unpacked programs are kept
     * @param data where the cluster is kept
     */
    static PostgresServer start(Path cache, Path data, Path logs, int port, Secrets secrets)
            throws IOException, InterruptedException {
        Path programs = unpacked(cache);
        if (!Files.isDirectory(data)) initialise(programs, data, logs, secrets);
        Lifeline process = Lifeline.start(new Lifeline.Child(
                "PostgreSQL",
                asOrdinaryUser(command(programs, data, port)),
                Map.of(),
                logs.resolve("postgres.log"),
                // INT is PostgreSQL's fast shutdown; TERM would wait for its clients.
                "INT",
                STOP_TIME));
        var server = new PostgresServer(process, port);
        try {
            new DatabaseRoles(server.address("postgres"), secrets).prepare(process);
        } catch (IOException | InterruptedException | RuntimeException failure) {
            server.close();
            throw failure;
        }
        return server;
    }

    /** The JDBC address of the application's database. */
    public String url() {
        return address("waxwing");
    }

    public Lifeline process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }

    private String address(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static Path unpacked(Path cache) throws IOException, InterruptedException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "Darwin" : "Linux";
        Path archive = Files.createDirectories(cache).resolve("postgres.txz");
        try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system,
                System.getProperty("os.arch"))) {
            Files.copy(in, archive, StandardCopyOption.REPLACE_EXISTING);
        }
        String key = CachedFolder.key(List.of(), List.of(archive), List.of());
        Path programs = CachedFolder.get(
                cache, "postgres", key, empty -> Archives.untarXz(Files.newInputStream(archive), empty));
        Files.delete(archive);
        return programs;
    }

    private static void initialise(Path programs, Path data, Path logs, Secrets secrets)
            throws IOException, InterruptedException {
        Path draft = data.resolveSibling(data.getFileName() + ".draft");
        CachedFolder.delete(draft);
        Path password = Files.writeString(data.resolveSibling("superuser-password"), secrets.databaseSuperuser());
        try {
            List<String> initdb = List.of(
                    programs.resolve("bin/initdb").toString(),
                    "--pgdata=" + draft,
                    "--username=postgres",
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    // the same order and case rules on every system
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--no-sync",
                    "--no-instructions");
            Lifeline.run(
                    new Lifeline.Child(
                            "initdb",
                            asOrdinaryUser(initdb),
                            Map.of(),
                            logs.resolve("initdb.log"),
                            "TERM",
                            Duration.ofSeconds(2)),
                    INITDB_TIME);
        } finally {
            Files.delete(password);
        }
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> command(Path programs, Path data, int port) {
        return List.of(
                programs.resolve("bin/postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=80",
                "-c",
                "shared_buffers=64MB",
                "-c",
                "log_timezone=UTC",
                "-c",
                "timezone=UTC");
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own, root is nobody. */
    private static List<String> asOrdinaryUser(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) return command;
        var wrapped = new ArrayList<>(List.of("unshare", "-U"));
        wrapped.addAll(command);
        return wrapped;
    }
}
