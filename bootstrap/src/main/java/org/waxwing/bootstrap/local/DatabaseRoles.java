package org.waxwing.bootstrap.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.waxwing.bootstrap.server.Lifeline;

/** The database {@code waxwing}, its owner, and the role that row-level security binds. */
final class DatabaseRoles {
    private static final Duration START_TIME = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final String address;
    private final Secrets secrets;

    DatabaseRoles(String address, Secrets secrets) {
        this.address = address;
        this.secrets = secrets;
    }

    /** Waits until the server takes connections and makes what is missing. */
    void prepare(Lifeline server) throws LocalRunException, InterruptedException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            role(statement, "waxwing_owner", secrets.databaseOwner());
            role(statement, "waxwing_app", secrets.databaseApplication());
            if (!exists(statement, "select 1 from pg_database where datname = 'waxwing'")) {
                statement.execute("create database waxwing owner waxwing_owner");
                statement.execute("revoke all on database waxwing from public");
                statement.execute("grant connect on database waxwing to waxwing_app");
            }
        } catch (SQLException refused) {
            throw new LocalRunException("PostgreSQL refused its set-up: " + refused.getMessage(), refused);
        }
    }

    private Connection connect(Lifeline server) throws LocalRunException, InterruptedException, SQLException {
        var login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", secrets.databaseSuperuser());
        login.setProperty("connectTimeout", "5");
        Instant deadline = Instant.now().plus(START_TIME);
        while (true) {
            try {
                return DriverManager.getConnection(address, login);
            } catch (SQLException notYet) {
                if (!server.isAlive()) {
                    throw new LocalRunException("PostgreSQL ended before it was ready:\n" + server.lastLines(15),
                            notYet);
                }
                // class 28: wrong password; waiting does not help
                boolean refused = notYet.getSQLState() != null && notYet.getSQLState().startsWith("28");
                if (refused || Instant.now().isAfter(deadline)) throw notYet;
            }
            Thread.sleep(PAUSE);
        }
    }

    private static void role(Statement statement, String name, String password) throws SQLException {
        if (exists(statement, "select 1 from pg_roles where rolname = '" + name + "'")) return;
        statement.execute("create role " + name
                + " login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password '" + password + "'");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
