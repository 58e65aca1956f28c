package jp.futari.casework;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.futari.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 一覧の決裁と継続の決裁: what the database lets them approve (two-persons.md section 1), tried as the application's own role. */
class ListAndStandingApprovalTest {

    private TestDatabase database;
    private Connection app;
    private Statement sql;

    @BeforeEach
    void start() throws SQLException {
        database = TestDatabase.fresh();
        app = database.asApp();
        sql = app.createStatement();
    }

    @AfterEach
    void stop() throws SQLException {
        app.close();
        database.drop();
    }

    private UUID submission(int items, String effect) {
        UUID id = UUID.randomUUID();
        StringBuilder insert = new StringBuilder("INSERT INTO submission (id, content, hash, doer) VALUES ('%s', 'c%s', encode(sha256('c%s'), 'hex'), 'S001');".formatted(id, id, id));
        for (int no = 1; no <= items; no++) {
            insert.append("INSERT INTO submission_item VALUES ('%s', %d, '{%s}', 'row', 'r%d', encode(sha256('r%d'), 'hex'));".formatted(id, no, effect, no, no));
        }
        database.superuser(insert.toString());
        return id;
    }

    private UUID approval(String kind, UUID submission) {
        UUID id = UUID.randomUUID();
        database.superuser("""
                INSERT INTO approval (id, kind, step_key, round, submission_id, submission_hash, doer, checker)
                SELECT '%s', '%s', 'approve-list', 1, id, hash, doer, 'S002' FROM submission WHERE id = '%s'""".formatted(id, kind, submission));
        return id;
    }

    private void use(UUID approval, String key, UUID submission, int item) throws SQLException {
        sql.execute("INSERT INTO effect (id, approval_id, key, submission_id, item_no, item_hash) SELECT gen_random_uuid(), '%s', '%s', submission_id, item_no, hash FROM submission_item WHERE submission_id = '%s' AND item_no = %d"
                .formatted(approval, key, submission, item));
    }

    private UUID standing(String effects, String from, String until, int most) {
        UUID approval = approval("standing", submission(1, "x"));
        database.superuser("INSERT INTO standing_approval VALUES ('%s', '目的', '根拠', '相手', '項目', 'v1', '{%s}', %s, %s, %d)".formatted(approval, effects, from, until, most));
        return approval;
    }

    private UUID run(UUID approval, String day, int items, String effect) throws SQLException {
        UUID snapshot = submission(items, effect);
        sql.execute("INSERT INTO standing_run (id, approval_id, run_on, submission_id) VALUES (gen_random_uuid(), '%s', %s, '%s')".formatted(approval, day, snapshot));
        return snapshot;
    }

    @Test
    @DisplayName("一覧の決裁は、1行につき1回だけ使え、別の一覧や別の効果には使えない")
    void a_row_of_a_list_is_used_once_and_for_nothing_else() throws SQLException {
        UUID list = submission(2, "load-register");
        UUID approval = approval("list", list);
        use(approval, "load-register", list, 1);
        use(approval, "load-register", list, 2);
        assertThatThrownBy(() -> use(approval, "load-register", list, 1)).hasMessageContaining("effect_once");
        assertThatThrownBy(() -> use(approval, "bind-number", list, 1)).hasMessageContaining("item-not-for-this-effect");
        UUID other = submission(1, "load-register");
        assertThatThrownBy(() -> use(approval, "load-register", other, 1)).hasMessageContaining("other-submission");
    }

    @Test
    @DisplayName("中身が変わった行は、ハッシュが合わず使えない")
    void a_row_whose_hash_differs_cannot_be_used() {
        UUID list = submission(1, "load-register");
        UUID approval = approval("list", list);
        assertThatThrownBy(() -> sql.execute("INSERT INTO effect (id, approval_id, key, submission_id, item_no, item_hash) VALUES (gen_random_uuid(), '%s', 'load-register', '%s', 1, encode(sha256('changed'), 'hex'))"
                .formatted(approval, list))).hasMessageContaining("effect_of_the_item");
    }

    @Test
    @DisplayName("継続の決裁は、期間と件数と効果のなかだけで使える")
    void a_standing_approval_works_within_its_period_count_and_effects_only() throws SQLException {
        UUID approval = standing("import-feed", "current_date - 1", "current_date + 30", 2);
        UUID today = run(approval, "current_date", 3, "import-feed");
        use(approval, "import-feed", today, 1);
        use(approval, "import-feed", today, 2);
        assertThatThrownBy(() -> use(approval, "import-feed", today, 3)).hasMessageContaining("over-the-limit");
        UUID late = run(approval, "current_date + 31", 1, "import-feed");
        assertThatThrownBy(() -> use(approval, "import-feed", late, 1)).hasMessageContaining("outside-standing-approval");
        UUID loose = submission(1, "import-feed");
        assertThatThrownBy(() -> use(approval, "import-feed", loose, 1)).hasMessageContaining("outside-standing-approval");
    }

    @Test
    @DisplayName("継続の決裁は1年まで。差押え、却下、番号の登録、支払いには決してならない")
    void a_standing_approval_is_never_longer_than_a_year_nor_for_the_grave_effects() {
        assertThatCode(() -> standing("import-feed", "'2026-04-01'", "'2027-03-31'", 1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> standing("import-feed", "'2026-04-01'", "'2027-04-01'", 1)).hasStackTraceContaining("standing_at_most_a_year");
        for (String grave : new String[] {"seize", "refuse", "start-special-medical-expense", "erase-case", "bind-number", "pay-refund", "pay-benefit"}) {
            assertThatThrownBy(() -> standing("import-feed," + grave, "current_date", "current_date", 1)).as(grave).hasStackTraceContaining("check constraint");
        }
    }

    @Test
    @DisplayName("止まった実行も、終わった承認も、もう使えない")
    void a_stopped_run_and_an_ended_approval_are_used_no_more() throws SQLException {
        UUID approval = standing("import-feed", "current_date", "current_date", 5);
        UUID today = run(approval, "current_date", 2, "import-feed");
        use(approval, "import-feed", today, 1);
        sql.execute("UPDATE standing_run SET stopped = 'limit' WHERE submission_id = '" + today + "'");
        assertThatThrownBy(() -> use(approval, "import-feed", today, 2)).hasMessageContaining("outside-standing-approval");
        UUID list = submission(1, "load-register");
        UUID ended = approval("list", list);
        sql.execute("INSERT INTO approval_end VALUES ('" + ended + "', 'withdrawn')");
        assertThatThrownBy(() -> use(ended, "load-register", list, 1)).hasMessageContaining("approval-ended");
    }

    @Test
    @DisplayName("二度めに入った工程は、その承認とあとの承認を終わらせる。一覧の決裁も、継続の決裁も")
    void a_step_entered_again_ends_approvals_of_every_kind() throws SQLException {
        UUID theCase = UUID.randomUUID();
        sql.execute("INSERT INTO case_file (id, case_no, kind, process_id, definition, title, section, received_on, opened_by) VALUES ('%1$s', '%1$s', 'x', 'X', '1', 'x', 'office', current_date, '1')"
                .formatted(theCase));
        List<UUID> ended = new ArrayList<>();
        for (String kind : List.of("list", "standing", "case")) {
            UUID approval = approval(kind, submission(1, "load-register"));
            database.superuser("SET session_replication_role = replica; UPDATE approval SET case_id = '%s', step_key = '%s' WHERE id = '%s'".formatted(theCase, "list".equals(kind) ? "again" : "later", approval));
            ended.add(approval);
        }
        sql.execute(("SELECT finish_act('{\"effectRows\":[],\"withdrawn\":[],\"closed\":[],\"ended\":[],\"audit\":[],\"opened\":[{\"task\":\"t-again\",\"caseId\":\"%s\",\"process\":\"X\",\"step\":\"again\","
                + "\"duty\":\"do\",\"entry\":\"2\",\"roles\":[\"manager\"],\"apartFrom\":[],\"approval\":\"list\"}]}'::jsonb)").formatted(theCase));
        try (var rows = sql.executeQuery("SELECT approval_id FROM approval_end WHERE why = 'entered-again'")) {
            List<UUID> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
            then(found).containsExactlyInAnyOrderElementsOf(ended);
        }
    }

    @Test
    @DisplayName("承認の二人は、表の制約でも別の人")
    void the_table_itself_wants_two_persons() {
        UUID list = submission(1, "load-register");
        assertThatThrownBy(() -> database.superuser("""
                INSERT INTO approval (id, kind, step_key, round, submission_id, submission_hash, doer, checker)
                SELECT gen_random_uuid(), 'list', 'x', 1, id, hash, doer, doer FROM submission WHERE id = '%s'""".formatted(list))).hasStackTraceContaining("approval_two_persons");
    }
}
