package org.waxwing.persistence.jpa;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * Statements over whole sets of rows, where entities would be a statement for each. They run in the transaction and on
 * the connection of the entity manager, after what it still had to write.
 */
final class Sql {
    private static final int SENT_AT_ONCE = 500;
    private static final int MANY = 1_000;

    private final EntityManager database;

    Sql(EntityManager database) {
        this.database = database;
    }

    /** Takes one row of a result. */
    @FunctionalInterface
    interface RowReader<T> {
        /** What the current row says. */
        T read(ResultSet row) throws SQLException;
    }

    /** Does something with the connection. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    <T> List<T> list(RowReader<T> reader, String sql, Object... arguments) {
        return work(connection -> {
            try (var statement = prepared(connection, sql, arguments); var rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) found.add(reader.read(rows));
                return found;
            }
        });
    }

    /** As many rows as the statement changed. */
    int run(String sql, Object... arguments) {
        return work(connection -> {
            try (var statement = prepared(connection, sql, arguments)) {
                return statement.executeUpdate();
            }
        });
    }

    /** The same statement for many rows, sent together. */
    void batch(String sql, Stream<Object[]> rows) {
        work(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                int waiting = 0;
                for (var row : (Iterable<Object[]>) rows::iterator) {
                    bind(connection, statement, row);
                    statement.addBatch();
                    waiting++;
                    if (waiting % SENT_AT_ONCE == 0) statement.executeBatch();
                }
                statement.executeBatch();
                return waiting;
            }
        });
    }

    /**
     * Work on a set of so many rows. What a statement hands from one part of itself to the next looks small to the planner,
     * and it would compare each row with each, or all those that share the first of several columns: harmless for the few
     * of every day, minutes for thousands. Hashes know all columns. The checks of foreign keys are planned once for a
     * session, maybe while the other table was empty, and would go on reading all of it for each row: they are planned anew.
     */
    <T> T over(int rows, Supplier<T> work) {
        if (rows < MANY) return work.get();
        run("discard plans");
        run("set local enable_seqscan = off");
        run("set local enable_nestloop = off");
        run("set local enable_mergejoin = off");
        var result = work.get();
        // when the work fails, the transaction and the setting end together
        run("set local enable_seqscan = on");
        run("set local enable_nestloop = on");
        run("set local enable_mergejoin = on");
        return result;
    }

    /** Ids as one argument. */
    static UUID[] uuids(Stream<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    /** Words as one argument. */
    static String[] words(Stream<String> words) {
        return words.toArray(String[]::new);
    }

    /** Numbers as one argument. */
    static Long[] numbers(Collection<Long> numbers) {
        return numbers.toArray(Long[]::new);
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static List<String> words(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private <T> T work(Work<T> work) {
        var session = database.unwrap(Session.class);
        session.flush();
        return session.doReturningWork(work::on);
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... arguments)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        bind(connection, statement, arguments);
        return statement;
    }

    private static void bind(Connection connection, PreparedStatement statement, Object... arguments)
            throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            var value = switch (arguments[i]) {
                case Instant time -> OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
                case UUID[] ids -> connection.createArrayOf("uuid", ids);
                case String[] words -> connection.createArrayOf("text", words);
                case Long[] numbers -> connection.createArrayOf("bigint", numbers);
                case Object other -> other;
            };
            statement.setObject(i + 1, value);
        }
    }
}
