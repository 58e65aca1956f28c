package jp.futari.bench;

import java.sql.SQLException;

/**
 * 文ごとの時間: what the server spent on each statement, those inside functions too. Only with {@code pg_stat_statements} loaded:
 * {@code -Dfutari.bench.statements=true -Dfutari.test.postgres=shared_preload_libraries=pg_stat_statements,pg_stat_statements.track=all,…}
 */
final class Statements {

    private final Postgres postgres;
    private final String database;

    Statements(Postgres postgres, String database) {
        this.postgres = postgres;
        this.database = database;
    }

    static boolean asked() {
        return Boolean.getBoolean("futari.bench.statements");
    }

    void forget() {
        postgres.run(database, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements SCHEMA public", "SELECT public.pg_stat_statements_reset()");
    }

    /** The costliest statements since {@link #forget()}, for each of so many cases. */
    void print(int cases) {
        Figures.header("calls/case", "ms/case", "planning ms/case", "inside", "statement");
        try (var connection = postgres.superuser(database); var statement = connection.createStatement(); var row = statement.executeQuery("""
                SELECT calls, total_exec_time + total_plan_time AS all_time, total_plan_time, NOT toplevel AS inside, regexp_replace(left(query, 160), '\\s+', ' ', 'g') AS query
                FROM public.pg_stat_statements WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) ORDER BY 2 DESC LIMIT 60""")) {
            while (row.next()) {
                Figures.line(row.getDouble(1) / cases, row.getDouble(2) / cases, row.getDouble(3) / cases, row.getBoolean(4) ? "function" : "", row.getString(5));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
