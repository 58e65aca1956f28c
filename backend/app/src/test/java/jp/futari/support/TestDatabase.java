package jp.futari.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import jp.futari.migration.SchemaMigrator;
import org.springframework.core.io.ClassPathResource;

/**
 * A real PostgreSQL for tests: started once a JVM, migrated once into a template, copied for each caller. The roles are the product's own
 * ({@code db/install/roles.sql}).
 */
public final class TestDatabase {

    /** Tests may lose a crash; measurements name the settings of a real server in {@code futari.test.postgres}. */
    private static final String HASTY = "fsync=off,synchronous_commit=off";
    private static final String TEMPLATE = "futari_template";
    private static EmbeddedPostgres server;

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A migrated database of its own, nothing in it but the schema. */
    public static synchronized TestDatabase fresh() {
        startOnce();
        String name = "t_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        asSuperuser("postgres", "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " OWNER futari_owner");
        return new TestDatabase(name);
    }

    private static void startOnce() {
        if (server != null) {
            return;
        }
        try {
            var sockets = Files.createTempDirectory("futari-pg");
            var builder = EmbeddedPostgres.builder().setServerConfig("unix_socket_directories", sockets.toString()).setServerConfig("max_connections", "200")
                    .setRegisterShutdownHook(true);
            Arrays.stream(System.getProperty("futari.test.postgres", HASTY).split(",")).map(s -> s.split("=")).forEach(s -> builder.setServerConfig(s[0], s[1]));
            server = builder.start();
            asSuperuser("postgres", new ClassPathResource("db/install/roles.sql").getContentAsString(StandardCharsets.UTF_8));
            asSuperuser("postgres", "CREATE DATABASE " + TEMPLATE + " OWNER futari_owner");
            new SchemaMigrator(url(TEMPLATE), "futari_owner", "x").migrate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    private static void asSuperuser(String database, String sql) {
        try (Connection c = DriverManager.getConnection(url(database), "postgres", "postgres"); var s = c.createStatement()) {
            s.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql.lines().findFirst().orElse(""), e);
        }
    }

    /** URL without schemas, for {@code SchemaMigrator}. */
    public String url() {
        return url(name);
    }

    /** URL as the application uses it. */
    public String appUrl() {
        return url(name) + "?currentSchema=futari,engine";
    }

    /** A connection as {@code futari_app}, the application's role. */
    public Connection asApp() throws SQLException {
        return DriverManager.getConnection(appUrl(), "futari_app", "x");
    }

    /** A connection as {@code futari_owner}: test fixtures and teeth (dropping a wall) only. */
    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(appUrl(), "futari_owner", "x");
    }

    /** Runs SQL as the superuser in this database; triggers may be disabled there by {@code session_replication_role}. */
    public void superuser(String sql) {
        asSuperuser(name, "SET search_path = futari, engine; " + sql);
    }

    public void drop() {
        asSuperuser("postgres", "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
}
