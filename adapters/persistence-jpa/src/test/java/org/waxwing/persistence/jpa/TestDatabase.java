package org.waxwing.persistence.jpa;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * One real PostgreSQL for all tests of this module, on a port and in a folder of its own, with the two roles that the
 * server has: one owns the schema, the other works on it; neither is a superuser.
 */
final class TestDatabase {
    static final String APP = "waxwing_app";
    static final String OWNER = "waxwing_owner";
    static final String SUPERUSER = "postgres";
    private static final String NAME = "waxwing";
    // as the server's
    private static final String DRIVER_SETTINGS = "&logServerErrorDetail=false&reWriteBatchedInserts=true";
    private static final TestDatabase ONE = new TestDatabase();

    private final EmbeddedPostgres server;
    private final EntityManagerFactory factory;
    // looks and changes past all policies; a connection for each look would take longer than the look
    private final Connection inspector;

    private TestDatabase() {
        server = start();
        run(server.getPostgresDatabase(),
                "create role " + OWNER + " login nosuperuser nobypassrls",
                "create role " + APP + " login nosuperuser nobypassrls");
        create(NAME);
        DatabaseMigration.migrate(dataSource(OWNER, NAME), APP);
        inspector = connection(dataSource(SUPERUSER, NAME));
        factory = entities(NAME);
    }

    private EntityManagerFactory entities(String name) {
        return Persistence.createEntityManagerFactory("waxwing", Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "hibernate.transaction.coordinator_class", "jdbc",
                "jakarta.persistence.jdbc.url",
                server.getJdbcUrl(APP, name) + DRIVER_SETTINGS,
                "hibernate.connection.provider_class", HeardConnections.class.getName(),
                "hibernate.connection.pool_size", "10"));
    }

    static EntityManagerFactory factory() {
        return ONE.factory;
    }

    /** What the server has, over another database; the caller closes it. */
    static EntityManagerFactory factory(String name) {
        return ONE.entities(name);
    }

    /** Another database as one of the roles. */
    static DataSource in(String name, String role) {
        return ONE.dataSource(role, name);
    }

    /** The tests' database as one of the roles. */
    static DataSource as(String role) {
        return ONE.dataSource(role, NAME);
    }

    /** A new, empty database of the owner's. */
    static DataSource empty(String name) {
        ONE.create(name);
        return ONE.dataSource(OWNER, name);
    }

    /** What a query yields, past all policies, row by row as text. */
    static synchronized List<List<String>> query(String sql) {
        try (var statement = ONE.inspector.createStatement(); var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++)
                    row.add(String.valueOf(rows.getString(i)));
                found.add(row);
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The single value that a query yields. */
    static String value(String sql) {
        return query(sql).getFirst().getFirst();
    }

    /** Changes something past all policies. */
    static void change(String sql) {
        run(as(SUPERUSER), sql);
    }

    private DataSource dataSource(String role, String name) {
        return server.getDatabase(role, name);
    }

    private void create(String name) {
        run(server.getPostgresDatabase(), "create database " + name + " owner " + OWNER);
    }

    private static Connection connection(DataSource database) {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException("The test database does not answer", e);
        }
    }

    private static void run(DataSource database, String... statements) {
        try (Connection connection = database.getConnection(); var statement = connection.createStatement()) {
            for (var sql : statements) statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The test database could not be prepared", e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            var folder = Files.createDirectories(Path.of("target", "postgres").toAbsolutePath());
            return EmbeddedPostgres.builder()
                    .setDataDirectory(Files.createTempDirectory(folder, "data"))
                    .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
