package jp.futari.demo.postgres;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import jp.futari.demo.CannotStart;
import jp.futari.demo.Secrets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("埋め込みデータベース")
class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("止めて起動し直してもデータは残り、パスワードなしでは入れず、アプリの役割は何も作れない")
    void data_stay_and_roles_are_those_of_a_real_installation() throws Exception {
        try (var database = EmbeddedDatabase.start(folder, Secrets.in(folder), Durability.THROWN_AWAY);
             var owner = database.connect("futari", "futari_owner"); var statement = owner.createStatement()) {
            statement.execute("CREATE TABLE public.kept AS SELECT '残る' AS word");
            thenThrownBy(() -> DriverManager.getConnection(database.url("futari"), "futari_owner", "guessed")).isInstanceOf(SQLException.class);
            thenThrownBy(() -> DriverManager.getConnection(database.url("postgres"), "postgres", "")).isInstanceOf(SQLException.class);
            thenThrownBy(() -> database.connect("futari", "futari_vault")).isInstanceOf(SQLException.class);
            thenThrownBy(() -> database.connect("futari", "keycloak")).isInstanceOf(SQLException.class);
            try (var app = database.connect("futari", "futari_app"); var act = app.createStatement()) {
                thenThrownBy(() -> act.execute("CREATE TABLE public.mine ()")).hasMessageContaining("permission denied");
                thenThrownBy(() -> act.execute("SET ROLE futari_vault")).hasMessageContaining("permission denied");
                thenThrownBy(() -> act.execute("SET ROLE futari_owner")).hasMessageContaining("permission denied");
            }
        }
        try (var again = EmbeddedDatabase.start(folder, Secrets.in(folder), Durability.THROWN_AWAY);
             var owner = again.connect("futari", "futari_owner");
             var rows = owner.createStatement().executeQuery("SELECT word, current_setting('server_version_num')::int / 10000 FROM public.kept")) {
            then(rows.next()).isTrue();
            then(rows.getString(1)).isEqualTo("残る");
            then(rows.getInt(2)).isEqualTo(Integer.parseInt(PostgresFiles.MAJOR));
        }
        then(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.properties")))).isEqualTo("rw-------");
    }

    @Test
    @DisplayName("起動元が消えて残ったデータベースは、次の起動の前に片付けられる")
    void a_server_left_over_is_ended_before_the_next_start() throws Exception {
        EmbeddedDatabase.start(folder, Secrets.in(folder), Durability.THROWN_AWAY);
        var files = PostgresFiles.in(folder);
        var process = files.postmaster();
        files.endLeftOver();
        then(process.isAlive()).isFalse();
    }

    @Test
    @DisplayName("起動元が kill -9 されると、データベースも自分で止まる")
    void a_killed_launcher_takes_its_database_along() throws Exception {
        var launcher = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp", System.getProperty("java.class.path"),
                StartsAndWaits.class.getName(), folder.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var said = launcher.inputReader()) {
            then(said.lines().anyMatch(StartsAndWaits.READY::equals)).isTrue();
        }
        var process = PostgresFiles.in(folder).postmaster();
        launcher.destroyForcibly().waitFor();
        process.onExit().get(20, TimeUnit.SECONDS);
        then(process.isAlive()).isFalse();
    }

    /** A launcher that only waits to be killed. */
    static final class StartsAndWaits {

        static final String READY = "ready";

        public static void main(String[] args) throws Exception {
            var folder = Path.of(args[0]);
            EmbeddedDatabase.start(folder, Secrets.in(folder), Durability.THROWN_AWAY);
            System.out.println(READY);
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @Test
    @DisplayName("別の版の PostgreSQL のデータは、一文で断る")
    void data_of_another_major_version_are_refused_in_one_sentence() throws Exception {
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "16\n");
        Files.writeString(folder.resolve("postgres.installed"), "16");
        thenThrownBy(() -> EmbeddedDatabase.start(folder, Secrets.in(folder), Durability.THROWN_AWAY))
                .isInstanceOfSatisfying(CannotStart.class, why -> then(why.japanese()).contains("PostgreSQL 16").contains("futari.reset"));
    }
}
