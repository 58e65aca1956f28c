package jp.futari.migration;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import jp.futari.workflow.ModelDeployment;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Flyway for our tables, the engine's own scripts for its tables, then the checked models. Safe to run again. */
public final class SchemaMigrator {

    private static final List<String> ENGINE_SCRIPTS = List.of("engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    private final String url;
    private final String owner;
    private final String password;

    /** @param url JDBC URL of the database, without {@code currentSchema} */
    public SchemaMigrator(String url, String owner, String password) {
        this.url = url;
        this.owner = owner;
        this.password = password;
    }

    static SchemaMigrator fromEnvironment() {
        return new SchemaMigrator(required("FUTARI_DB_URL"), required("FUTARI_DB_OWNER_USER"), System.getenv().getOrDefault("FUTARI_DB_OWNER_PASSWORD", ""));
    }

    private static String required(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("environment variable " + name + " is missing");
        }
        return value;
    }

    public void migrate() {
        migrateOurTables();
        createEngineTables();
        new ModelDeployment(new DriverManagerDataSource(withSchemas(), owner, password)).deployCheckedModels();
    }

    /** A database of a later version is refused: its functions would be written back to what they were. */
    private void migrateOurTables() {
        Flyway.configure().dataSource(withSchemas(), owner, password).schemas("futari").defaultSchema("futari").createSchemas(true)
                .locations("classpath:db/migration").validateMigrationNaming(true).ignoreMigrationPatterns(new String[0]).cleanDisabled(true).load().migrate();
    }

    private void createEngineTables() {
        try (Connection connection = DriverManager.getConnection(withSchemas(), owner, password)) {
            try (var statement = connection.createStatement()) {
                statement.execute("SET search_path = engine");
                try (var found = statement.executeQuery("SELECT to_regclass('engine.act_ge_property') IS NOT NULL")) {
                    found.next();
                    if (found.getBoolean(1)) {
                        return;
                    }
                }
                connection.setAutoCommit(false);
                for (String script : ENGINE_SCRIPTS) {
                    ScriptUtils.executeSqlScript(connection, new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create." + script + ".sql"));
                }
                statement.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA engine TO futari_app");
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the engine's tables could not be created", e);
        }
    }

    private String withSchemas() {
        String bare = url.replaceAll("[?&]currentSchema=[^&]*", "");
        return bare + (bare.contains("?") ? "&" : "?") + "currentSchema=futari,engine";
    }
}
