package org.waxwing.bootstrap.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;
import org.waxwing.persistence.jpa.DatabaseMigration;

/**
 * What the database takes at most: the rows that the product stored for an account, inserted once more by plain
 * multi-row INSERTs over one connection, into empty tables with the same indexes, constraints and triggers, in the same
 * server. Row-level security does not bind the superuser who does it.
 */
final class StoreLimit {
    private static final String NAME = "waxwing_limit";
    private static final int BATCH = 500;
    /** Rows between two commits: fewer would measure the disk. */
    private static final int COMMIT = 5_000;
    private static final double NANOS = 1e9;

    private final Connection source;
    private final Connection copy;

    private StoreLimit(Connection source, Connection copy) {
        this.source = source;
        this.copy = copy;
    }

    /**
     * What came out.
     *
     * @param rows of all tables that carry the account's mail
     */
    record Outcome(double seconds, long rows) {}

    static Outcome measure(Scene scene, String account) throws SQLException {
        migrate(scene);
        scene.settle();
        var reading = Map.of("binaryTransfer", "false", "defaultRowFetchSize", "500");
        // every value travels as text and takes the type of its column, as in a script
        var writing = Map.of("reWriteBatchedInserts", "true", "stringtype", "unspecified");
        try (var source = scene.database(Scene.DATABASE, reading); var copy = scene.database(NAME, writing)) {
            source.setAutoCommit(false);
            copy.setAutoCommit(false);
            return new StoreLimit(source, copy).measure(account);
        }
    }

    private static void migrate(Scene scene) throws SQLException {
        try (var connection = scene.database(Scene.DATABASE, Map.of()); var statement = connection.createStatement()) {
            statement.execute("create database " + NAME + " owner waxwing_owner");
        }
        var owner = new PGSimpleDataSource();
        owner.setUrl(scene.databaseUrl(NAME));
        owner.setUser("waxwing_owner");
        owner.setPassword(scene.ownerPassword());
        DatabaseMigration.migrate(owner, "waxwing_app");
    }

    private Outcome measure(String account) throws SQLException {
        long nanos = 0;
        long rows = 0;
        for (var table : inOrder()) {
            var columns = columns(table);
            if (!columns.containsKey("account_id")) {
                // people and accounts, of which the migrations have made some
                insert(table, columns, "", true, new long[2]);
                continue;
            }
            var where = " where account_id = '" + account + "'";
            long wanted = count(source, table, where);
            long there = count(copy, table, where);
            // a trigger has filled it already, and its time is in that of the table that has the trigger
            if (wanted == there) continue;
            var taken = new long[2];
            insert(table, columns, where, there > 0, taken);
            nanos += taken[0];
            rows += taken[1];
        }
        return new Outcome(nanos / NANOS, rows);
    }

    /** Adds the nanoseconds that inserting took and the number of rows to {@code taken}. */
    private void insert(String table, Map<String, Boolean> columns, String where, boolean some, long[] taken)
            throws SQLException {
        var names = String.join(", ", columns.keySet());
        var marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        var overriding = columns.containsValue(true) ? " overriding system value" : "";
        var into = "insert into " + table + " (" + names + ")" + overriding + " values (" + marks + ")"
                + (some ? " on conflict do nothing" : "");
        try (var from = source.createStatement(); var insert = copy.prepareStatement(into)) {
            from.setFetchSize(BATCH);
            try (var rows = from.executeQuery("select " + names + " from " + table + where)) {
                for (int inBatch = fill(insert, rows, columns.size()); inBatch > 0;) {
                    long start = System.nanoTime();
                    insert.executeBatch();
                    taken[1] += inBatch;
                    if (taken[1] % COMMIT < BATCH) copy.commit();
                    taken[0] += System.nanoTime() - start;
                    inBatch = fill(insert, rows, columns.size());
                }
            }
        }
        long start = System.nanoTime();
        copy.commit();
        taken[0] += System.nanoTime() - start;
    }

    private static int fill(PreparedStatement insert, ResultSet rows, int columns) throws SQLException {
        int count = 0;
        while (count < BATCH && rows.next()) {
            for (int column = 1; column <= columns; column++) insert.setString(column, rows.getString(column));
            insert.addBatch();
            count++;
        }
        return count;
    }

    /** The tables that mail lies in and what they refer to, each after those that it refers to. */
    private List<String> inOrder() throws SQLException {
        var references = new LinkedHashMap<String, Set<String>>();
        var needed = new LinkedHashSet<String>();
        try (var statement = source.createStatement()) {
            try (var rows = statement.executeQuery("""
                    select t.relname, exists (select from pg_attribute a
                            where a.attrelid = t.oid and a.attname = 'account_id' and not a.attisdropped)
                    from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
                        and not t.relispartition order by t.relname""")) {
                while (rows.next()) {
                    references.put(rows.getString(1), new LinkedHashSet<>());
                    if (rows.getBoolean(2)) needed.add(rows.getString(1));
                }
            }
            try (var rows = statement.executeQuery("""
                    select distinct conrelid::regclass::text, confrelid::regclass::text from pg_constraint
                    where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid""")) {
                while (rows.next()) {
                    var of = references.get(rows.getString(1));
                    if (of != null) of.add(rows.getString(2));
                }
            }
        }
        var out = new LinkedHashSet<String>();
        needed.forEach(table -> add(table, references, out));
        return new ArrayList<>(out);
    }

    private static void add(String table, Map<String, Set<String>> references, Set<String> out) {
        if (out.contains(table)) return;
        references.getOrDefault(table, Set.of()).forEach(before -> add(before, references, out));
        out.add(table);
    }

    /** Columns that are not worked out by the database, and whether it numbers them itself. */
    private Map<String, Boolean> columns(String table) throws SQLException {
        var out = new LinkedHashMap<String, Boolean>();
        try (var statement = source.prepareStatement("""
                select quote_ident(column_name), is_identity = 'YES' from information_schema.columns
                where table_schema = 'public' and table_name = ? and is_generated = 'NEVER'
                order by ordinal_position""")) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) out.put(rows.getString(1), rows.getBoolean(2));
            }
        }
        return out;
    }

    private static long count(Connection connection, String table, String where) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table + where)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
