package org.waxwing.persistence.jpa;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.engine.jdbc.connections.internal.DriverManagerConnectionProviderImpl;
import org.jspecify.annotations.Nullable;

/** Connections that let a test hear what its thread asks of the database: one statement for each round trip. */
public final class HeardConnections extends DriverManagerConnectionProviderImpl {
    private static final ThreadLocal<@Nullable List<String>> HEARD = new ThreadLocal<>();

    /** The statements that {@code work} sends, in order; a batch is one. */
    static List<String> during(Runnable work) {
        var heard = new ArrayList<String>();
        HEARD.set(heard);
        try {
            work.run();
        } finally {
            HEARD.remove();
        }
        return heard;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var real = super.getConnection();
        return proxy(Connection.class, real, (self, method, given) -> switch (method.getName()) {
            case "prepareStatement", "prepareCall" ->
                passed(real, method, given) instanceof PreparedStatement made
                        ? prepared(made, (String) given[0])
                        : null;
            case "createStatement" -> passed(real, method, given) instanceof Statement made ? spoken(made) : null;
            default -> passed(real, method, given);
        });
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        super.closeConnection(connection.unwrap(Connection.class));
    }

    private static PreparedStatement prepared(PreparedStatement real, String sql) {
        return proxy(PreparedStatement.class, real, (self, method, given) -> {
            if (method.getName().startsWith("execute")) note(sql);
            return passed(real, method, given);
        });
    }

    private static Statement spoken(Statement real) {
        return proxy(Statement.class, real, (self, method, given) -> {
            if (method.getName().startsWith("execute")) note(String.valueOf(given[0]));
            return passed(real, method, given);
        });
    }

    private static void note(String sql) {
        var heard = HEARD.get();
        if (heard != null) heard.add(sql.strip());
    }

    private static <T> T proxy(Class<T> type, Object real, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(
                HeardConnections.class.getClassLoader(), new Class<?>[]{type}, (self, method, given) -> {
                    // what stands behind it, for whoever has to give it back
                    if (method.getName().equals("unwrap") && given[0] == type) return real;
                    return handler.invoke(self, method, given);
                }));
    }

    private static @Nullable Object passed(Object to, Method method, Object @Nullable [] given) throws Throwable {
        try {
            return method.invoke(to, given);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
