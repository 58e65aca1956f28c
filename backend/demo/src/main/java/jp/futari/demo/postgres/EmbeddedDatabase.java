package jp.futari.demo.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import jp.futari.demo.FreePort;
import jp.futari.demo.Secrets;

/** 埋め込みデータベース: a real PostgreSQL 17 whose data stays in the demo's folder, with the roles of a real installation. */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    /** A socket's path may have 107 characters at most, and nobody knows how deep the newcomer's folder lies. */
    private static final String NO_SOCKETS = "";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SCRAM_ONLY = """
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final EmbeddedPostgres postgres;
    private final ProcessHandle postmaster;
    private volatile boolean closing;
    private final PostgresLeash leash;
    private final Secrets secrets;

    private EmbeddedDatabase(EmbeddedPostgres postgres, ProcessHandle postmaster, Secrets secrets) throws IOException {
        this.postgres = postgres;
        this.postmaster = postmaster;
        this.leash = PostgresLeash.of(postmaster);
        this.secrets = secrets;
    }

    /** Starts the database of this data folder; the first start creates it. */
    public static EmbeddedDatabase start(Path folder, Secrets secrets, Durability durability) throws IOException, SQLException {
        return start(folder, secrets, durability, FreePort.any());
    }

    /** On this port, so that whoever knew the database before finds it again. */
    public static EmbeddedDatabase start(Path folder, Secrets secrets, Durability durability, int port) throws IOException, SQLException {
        var files = PostgresFiles.in(folder);
        files.endLeftOver();
        var fresh = !files.isInstalled();
        if (fresh) {
            files.clear();
        }
        var database = launch(files, secrets, durability, port, fresh);
        if (fresh) {
            database.install(files);
        }
        return database;
    }

    private static EmbeddedDatabase launch(PostgresFiles files, Secrets secrets, Durability durability, int port, boolean fresh) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(files.data())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(files.binaries().toFile())
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(files.log().toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(files.log().toFile()))
                .setServerConfig("unix_socket_directories", NO_SOCKETS);
        if (!fresh) {
            builder.setConnectConfig("password", secrets.of(SUPERUSER));
        }
        durability.settings().forEach(builder::setServerConfig);
        var postgres = builder.start();
        return new EmbeddedDatabase(postgres, files.postmaster(), secrets);
    }

    private void install(PostgresFiles files) throws IOException, SQLException {
        try (var superuser = postgres.getPostgresDatabase().getConnection()) {
            InstallScript.named("roles.sql").runWhole(superuser);
            InstallScript.named("database.sql").run(superuser, Map.of(
                    "futari_owner_password", secrets.of("futari_owner"), "futari_app_password", secrets.of("futari_app")));
            InstallScript.named("keycloak.sql").run(superuser, Map.of("keycloak_password", secrets.of("keycloak")));
            requirePasswords(superuser, files);
        }
        files.markInstalled();
    }

    private void requirePasswords(Connection superuser, PostgresFiles files) throws IOException, SQLException {
        Files.writeString(files.data().resolve("pg_hba.conf"), SCRAM_ONLY);
        try (var statement = superuser.createStatement()) {
            statement.execute("ALTER ROLE " + SUPERUSER + " PASSWORD '" + secrets.of(SUPERUSER) + "'");
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
    }

    /** The URL of the product's database, with the schemas of the contract. */
    public String futariUrl() {
        return url("futari") + "?currentSchema=futari,engine";
    }

    public String password(String role) throws IOException {
        return secrets.of(role);
    }

    public Connection connect(String database, String role) throws SQLException, IOException {
        return DriverManager.getConnection(url(database), role, secrets.of(role));
    }

    public int port() {
        return postgres.getPort();
    }

    public ProcessHandle postmaster() {
        return postmaster;
    }

    /** Calls when the server ends without having been closed. */
    public void whenCrashed(Runnable action) {
        postmaster.onExit().thenRun(() -> {
            if (!closing) {
                action.run();
            }
        });
    }

    @Override
    public void close() throws IOException {
        closing = true;
        leash.release();
        postgres.close();
    }
}
