package jp.futari.support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * 往復の数: counts what goes to PostgreSQL and back: every execution of a statement or a batch, and every commit or rollback that ends a
 * begun transaction (the driver sends BEGIN together with the first statement). Background threads are not counted.
 */
public final class RoundTrips {

    private final List<String> seen = new ArrayList<>();
    private long count;
    private boolean listing;

    /** From now on the statements are kept as well as counted. */
    public RoundTrips listing() {
        listing = true;
        return this;
    }

    public synchronized long count() {
        return count;
    }

    /** What was sent since the last question, in order; empty unless {@link #listing()}. */
    public synchronized List<String> take() {
        List<String> taken = List.copyOf(seen);
        seen.clear();
        return taken;
    }

    private synchronized void went(String what) {
        String thread = Thread.currentThread().getName();
        if (thread.startsWith("scheduling-") || thread.startsWith("futari-job")) {
            return;
        }
        count++;
        if (listing) {
            seen.add(what.strip().replaceAll("\\s+", " "));
        }
    }

    /** The same data source, counted. */
    public DataSource over(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                return counted(super.getConnection());
            }
        };
    }

    private Connection counted(Connection connection) {
        boolean[] begun = {false};
        return proxy(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "prepareStatement" -> statement(PreparedStatement.class, call(connection, method, arguments), (String) arguments[0], begun);
            case "prepareCall" -> statement(CallableStatement.class, call(connection, method, arguments), (String) arguments[0], begun);
            case "createStatement" -> statement(Statement.class, call(connection, method, arguments), null, begun);
            case "commit", "rollback" -> {
                if (begun[0]) {
                    went(method.getName());
                    begun[0] = false;
                }
                yield call(connection, method, arguments);
            }
            default -> call(connection, method, arguments);
        });
    }

    private <T> T statement(Class<T> type, Object statement, String sql, boolean[] begun) {
        return proxy(type, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                went((method.getName().endsWith("Batch") ? "batch: " : "") + (sql != null ? sql : arguments == null ? "?" : String.valueOf(arguments[0])));
                begun[0] = true;
            }
            return call(statement, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(RoundTrips.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
