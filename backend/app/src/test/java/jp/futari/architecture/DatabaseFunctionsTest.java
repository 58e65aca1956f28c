package jp.futari.architecture;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.futari.migration.SchemaMigrator;
import jp.futari.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Functions of the database: each is written once, where it is changed, and is in force as it is written (decision 0083). */
class DatabaseFunctionsTest {

    private static final Pattern DEFINED = Pattern.compile("^\\s*CREATE (OR REPLACE )?(?:FUNCTION|PROCEDURE) ([a-z_.]+)\\(", Pattern.MULTILINE);
    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void stop() {
        database.drop();
    }

    @Test
    @DisplayName("データベースの関数は、どれもただ1つのファイルに、ただ1回書いてある")
    void every_function_stands_in_exactly_one_place() throws Exception {
        var files = new LinkedHashMap<String, List<String>>();
        scripts().forEach((file, text) -> DEFINED.matcher(text).results().forEach(found -> files.computeIfAbsent(qualified(found.group(2)), name -> new ArrayList<>()).add(file)));
        then(files).allSatisfy((name, where) -> then(where).as(name).hasSize(1));
        then(new TreeSet<>(files.keySet())).isEqualTo(new TreeSet<>(column("""
                SELECT n.nspname || '.' || p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                WHERE n.nspname IN ('futari', 'vault') AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')""")));
    }

    @Test
    @DisplayName("書きかえてよい関数だけが、くり返し流すファイルにある。表の引き金の関数は、表のそばにある")
    void what_may_be_replaced_is_in_a_repeatable_file() throws Exception {
        scripts().forEach((file, text) -> then(DEFINED.matcher(text).results()).as(file).allMatch(found -> (found.group(1) != null) == file.startsWith("R__")));
        then(scripts()).allSatisfy((file, text) -> then(file.startsWith("R__") && text.contains("RETURNS trigger")).as(file).isFalse());
    }

    @Test
    @DisplayName("SQL の関数は、問いの中に開ける形だけ。開けないものは、呼ぶたびに計画し直される")
    void functions_in_sql_are_those_the_planner_opens() throws Exception {
        then(column("""
                SELECT p.proname FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
                WHERE p.pronamespace = 'futari'::regnamespace AND l.lanname = 'sql' AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
                  AND (p.prosecdef OR p.proconfig IS NOT NULL OR p.provolatile = 'v' OR NOT p.proretset AND pg_get_functiondef(p.oid) ~* '\\mfrom\\M')""")).isEmpty();
    }

    @Test
    @DisplayName("futari migrate は、変わった関数を書かれたとおりに戻す")
    void migrating_brings_a_changed_function_up_to_date() throws Exception {
        var changed = TestDatabase.fresh();
        try {
            String written = inForce(changed);
            changed.superuser("""
                    CREATE OR REPLACE FUNCTION futari.why_not(task text, person text, session uuid) RETURNS text LANGUAGE plpgsql STABLE AS 'BEGIN RETURN NULL; END';
                    UPDATE flyway_schema_history SET checksum = 1 WHERE script = 'R__casework_act_functions.sql'""");
            then(inForce(changed)).isNotEqualTo(written);
            new SchemaMigrator(changed.url(), "futari_owner", "x").migrate();
            then(inForce(changed)).isEqualTo(written);
        } finally {
            changed.drop();
        }
    }

    @Test
    @DisplayName("futari migrate は、新しい版のデータベースの関数を古い版に戻さない")
    void migrating_refuses_a_database_of_a_later_version() throws Exception {
        var later = TestDatabase.fresh();
        try {
            later.superuser("INSERT INTO flyway_schema_history SELECT 999, '209901010000', 'a later one', 'SQL', 'V209901010000__a_later_one.sql', 1, 'x', now(), 1, true");
            thenThrownBy(() -> new SchemaMigrator(later.url(), "futari_owner", "x").migrate()).hasMessageContaining("209901010000");
        } finally {
            later.drop();
        }
    }

    private static String inForce(TestDatabase in) throws SQLException {
        return column(in, "SELECT pg_get_functiondef('futari.why_not(text, text, uuid)'::regprocedure)").get(0);
    }

    private static String qualified(String name) {
        return name.contains(".") ? name : "futari." + name;
    }

    private static Map<String, String> scripts() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (var script : new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*.sql")) {
            texts.put(script.getFilename(), script.getContentAsString(StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static List<String> column(String sql) throws SQLException {
        return column(database, sql);
    }

    private static List<String> column(TestDatabase in, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var connection = in.asOwner(); var statement = connection.createStatement(); var result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
