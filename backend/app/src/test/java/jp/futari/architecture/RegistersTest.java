package jp.futari.architecture;

import static org.assertj.core.api.BDDAssertions.then;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.futari.Requirement;
import jp.futari.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** 台帳の一覧 (registers.csv) and the database say the same, and every register has its wall. */
@Requirement("MANUAL-03")
class RegistersTest {

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
    @DisplayName("効果の番号をもつ表は、すべて台帳の一覧にあり、その逆も正しい")
    void tables_with_an_effect_and_the_list_of_registers_agree() throws Exception {
        Set<String> listed = new TreeSet<>();
        new ClassPathResource("registers.csv").getContentAsString(StandardCharsets.UTF_8).lines().skip(1).filter(l -> !l.isBlank()).forEach(l -> listed.add(l.split(",")[0].replaceFirst("^.*\\.", "")));
        Set<String> withEffect = new TreeSet<>(column("""
                SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
                WHERE c.column_name = 'effect_id' AND c.table_schema IN ('futari', 'vault') AND t.table_type = 'BASE TABLE' AND c.table_name <> 'effect_row'"""));
        then(withEffect).isEqualTo(listed);
    }

    @Test
    @DisplayName("どの台帳も、効果のない行を拒み、行を消させず、効果の番号は空にできない")
    void every_register_has_its_triggers() throws Exception {
        then(column("""
                SELECT c.relname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE a.attname = 'effect_id' AND n.nspname IN ('futari', 'vault') AND c.relkind = 'r' AND c.relname <> 'effect_row'
                  AND (NOT a.attnotnull
                       OR NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'register_row_needs_effect' AND t.tgdeferrable AND t.tgenabled = 'O')
                       OR NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'register_keeps_rows'))""")).isEmpty();
    }

    @Test
    @DisplayName("アプリケーションの役割は、承認・効果・証跡を直せず、何も所有しない")
    void the_application_role_has_no_way_to_change_what_is_final() throws Exception {
        then(column("""
                SELECT table_name || ':' || privilege_type FROM information_schema.table_privileges
                WHERE grantee = 'futari_app' AND table_name IN ('approval', 'submission', 'submission_item', 'effect', 'effect_row', 'audit_event', 'audit_leaf', 'audit_tree', 'approval_end', 'step_return',
                      'check_attempt', 'step_contributor', 'check_opening') AND privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE')
                UNION ALL SELECT 'approval:INSERT' FROM information_schema.table_privileges WHERE grantee = 'futari_app' AND table_name = 'approval' AND privilege_type = 'INSERT'
                UNION ALL SELECT 'owns ' || relname FROM pg_class WHERE pg_get_userbyid(relowner) = 'futari_app'
                UNION ALL SELECT 'superuser' FROM pg_roles WHERE rolname IN ('futari_app', 'futari_owner') AND (rolsuper OR rolbypassrls OR rolcreaterole)""")).isEmpty();
    }

    private static List<String> column(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var connection = database.asOwner(); var statement = connection.createStatement(); var result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
