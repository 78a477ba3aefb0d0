package org.waxwing.persistence.jpa;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** Brings the schema to the form that this version needs. Never inside a transaction. */
public final class DatabaseMigration {
    private static final Logger LOG = Logger.getLogger(DatabaseMigration.class);

    // what migrate came to in this process; empty before
    private static volatile String reached = "";

    private DatabaseMigration() {}

    /**
     * Applies the migrations that are missing, one node at a time; the others wait.
     *
     * @param owner connects as the role that owns the schema: neither a superuser nor exempt from row-level security
     * @param appRole who may use the tables, within the policies; must exist
     * @throws RuntimeException a migration failed, or one that was applied has been changed since
     */
    public static void migrate(DataSource owner, String appRole) {
        if (!appRole.matches("[a-z_][a-z0-9_]*")) throw new IllegalArgumentException("Not a role name: " + appRole);
        var flyway = Flyway.configure(DatabaseMigration.class.getClassLoader())
                .dataSource(owner)
                .locations("classpath:db/migration")
                .placeholders(Map.of("appRole", appRole))
                .load();
        var result = flyway.migrate();
        var current = flyway.info().current();
        if (current == null) throw new IllegalStateException("No migrations were found");
        reached = current.getVersion().getVersion();
        LOG.infof("Schema is at version %s, %d migrations applied now", reached, result.migrationsExecuted);
    }

    /** Whether the database answers and has the form that {@link #migrate} gave it; false before. */
    public static boolean isCurrent(DataSource owner) {
        if (reached.isEmpty()) return false;
        var sql = "select exists (select from flyway_schema_history where version = ? and success)";
        try (var connection = owner.getConnection(); var statement = connection.prepareStatement(sql)) {
            statement.setString(1, reached);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        } catch (SQLException e) {
            LOG.warnf("The database does not answer (SQL state %s)", e.getSQLState());
            return false;
        }
    }
}
