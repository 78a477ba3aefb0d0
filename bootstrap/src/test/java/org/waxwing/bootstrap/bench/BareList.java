package org.waxwing.bootstrap.bench;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.persistence.jpa.JpaMailReader;

/**
 * The query of a list by itself: what the product asks for a window, asked over one connection by the application's
 * role under row-level security, in one open transaction, and read to its end. Nothing else is in its time.
 */
final class BareList implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement statement;

    private BareList(Connection connection, PreparedStatement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    /** Ready to be asked for that window by a person. */
    static BareList of(Connection connection, String person, ListQuery query) throws SQLException {
        connection.setAutoCommit(false);
        try (var enter = connection.prepareStatement(
                "select set_config('app.user_id', ?, false), set_config('app.actor', 'person', false)")) {
            enter.setString(1, person);
            enter.execute();
        }
        var heard = new Heard(connection);
        new JpaMailReader(heard.entities()).threads(query);
        var statement = connection.prepareStatement(heard.sql);
        for (var argument : heard.arguments.entrySet()) statement.setObject(argument.getKey(), argument.getValue());
        return new BareList(connection, statement);
    }

    /** How many rows came. */
    int ask() throws SQLException {
        int count = 0;
        try (var rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            for (; rows.next(); count++) for (int column = 1; column <= columns; column++) rows.getString(column);
        }
        return count;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }

    /** Listens to what the product's own reader asks of the database. */
    private static final class Heard {
        private final Connection connection;
        private final Map<Integer, Object> arguments = new TreeMap<>();
        private String sql = "";

        Heard(Connection connection) {
            this.connection = connection;
        }

        EntityManager entities() {
            var session = proxy(Session.class, (self, method, given) -> switch (method.getName()) {
                case "flush" -> null;
                case "doReturningWork" -> ((ReturningWork<?>) given[0]).execute(heardConnection());
                default -> throw new UnsupportedOperationException(method.getName());
            });
            return proxy(EntityManager.class, (self, method, given) -> {
                if (method.getName().equals("unwrap")) return session;
                throw new UnsupportedOperationException(method.getName());
            });
        }

        private Connection heardConnection() {
            return proxy(Connection.class, (self, method, given) -> {
                if (!method.getName().equals("prepareStatement")) return passed(connection, method, given);
                sql = (String) given[0];
                var real = connection.prepareStatement(sql);
                return proxy(PreparedStatement.class, (statement, call, values) -> {
                    if (call.getName().equals("setObject")) arguments.put((Integer) values[0], values[1]);
                    return passed(real, call, values);
                });
            });
        }

        private static Object passed(Object to, java.lang.reflect.Method method, Object[] given) throws Throwable {
            try {
                return method.invoke(to, given);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        }

        private static <T> T proxy(Class<T> type, InvocationHandler handler) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
        }
    }
}
