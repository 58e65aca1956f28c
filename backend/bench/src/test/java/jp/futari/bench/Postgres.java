package jp.futari.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import jp.futari.support.TestDatabase;

/** The one PostgreSQL of a run, with the durability of a real server. */
final class Postgres {

    private final String server;
    private long postmaster;

    private Postgres(TestDatabase any) {
        server = any.url().substring(0, any.url().lastIndexOf('/') + 1);
    }

    /** To be called before any other use of the test database in this JVM. */
    static void likeARealServer() {
        System.setProperty("futari.test.postgres", System.getProperty("futari.test.postgres",
                "fsync=on,synchronous_commit=on,shared_buffers=1GB,checkpoint_timeout=30min,max_wal_size=8GB,jit=off"));
    }

    static Postgres of(TestDatabase any) {
        return new Postgres(any);
    }

    /** A database of its own for a yardstick. @return its URL */
    String create(String name) {
        run("postgres", "CREATE DATABASE " + name);
        return server + name;
    }

    void run(String database, String... statements) {
        try (Connection connection = superuser(database); var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String one(String database, String sql) {
        try (Connection connection = superuser(database); var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many bytes of WAL were ever written. */
    long wal() {
        return Long.parseLong(one("postgres", "SELECT (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint"));
    }

    /** CPU of this JVM and of the whole server so far. */
    Cpu cpu() {
        if (postmaster == 0) {
            postmaster = postmaster();
        }
        return Cpu.now(postmaster);
    }

    private long postmaster() {
        try (Connection connection = superuser("postgres"); var statement = connection.createStatement(); var row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return Cpu.parentOf(row.getLong(1));   // while the connection is open its process lives
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(server + database, "postgres", "postgres");
    }

    static String nameOf(TestDatabase database) {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
    }
}
