package jp.futari.mynumber.application;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import jp.futari.Requirement;
import jp.futari.audit.AuditEvent;
import jp.futari.mynumber.CandidateId;
import jp.futari.mynumber.CandidatePlace;
import jp.futari.mynumber.Comparison;
import jp.futari.mynumber.NumberFinding;
import jp.futari.mynumber.sealing.SealBroken;
import jp.futari.shared.Refused;
import jp.futari.support.CanaryHunt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberVaultTest {

    private static final String ICHIRO = "000012345674";
    private static final String HANAKO = "000023456788";
    private static final String FIELD = "persons.0.personalNumber";
    private static VaultOffice office;

    @BeforeAll
    static void open() {
        office = new VaultOffice();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void clear() {
        office.clear();
    }

    @Test
    @DisplayName("照合は一致か不一致だけを答え、5回で終わる")
    void matching_answers_match_or_differ_five_times() {
        var entered = office.typed(ICHIRO, FIELD, office.clerk);
        for (var left = 4; left > 0; left--) {
            then(compared(entered, HANAKO)).isEqualTo(new Comparison(false, left));
        }
        then(compared(entered, ICHIRO)).isEqualTo(new Comparison(true, 0));
        assertThatThrownBy(() -> compared(entered, ICHIRO)).hasMessage("mynumber.match.attempts-used");
        then(office.record).filteredOn(event -> event.action().equals("mynumber.match")).hasSize(5);
    }

    @Test
    @DisplayName("入力した本人の番号とは照合しない")
    void nobody_matches_his_own_entry() {
        var entered = office.typed(ICHIRO, FIELD, office.clerk);
        var own = office.typed(ICHIRO, FIELD, office.clerk);
        assertThatThrownBy(() -> office.in(() -> office.vault.match(entered, own, office.clerk))).hasMessage("mynumber.match.same-person");
        var other = office.typed(ICHIRO, FIELD, office.checker);
        assertThatThrownBy(() -> office.in(() -> office.vault.match(entered, other, office.clerk))).hasMessage("mynumber.match.same-person");
    }

    @Test
    @DisplayName("ほかの案件やほかの欄の候補とは照合せず、1つの候補は1回しか使えない")
    void only_candidates_of_the_same_box_are_compared() {
        var entered = office.typed(ICHIRO, FIELD, office.clerk);
        var otherField = office.typed(ICHIRO, "persons.1.personalNumber", office.checker);
        var otherCase = office.in(() -> office.vault.candidate(ICHIRO.toCharArray(), new CandidatePlace(UUID.randomUUID(), "receive-notification", FIELD), office.checker));
        for (var wrong : Set.of(otherField, otherCase, entered, new CandidateId(UUID.randomUUID()))) {
            assertThatThrownBy(() -> office.in(() -> office.vault.match(entered, wrong, office.checker))).hasMessage("mynumber.match.not-comparable");
        }
        var typed = office.typed(HANAKO, FIELD, office.checker);
        office.in(() -> office.vault.match(entered, typed, office.checker));
        assertThatThrownBy(() -> office.in(() -> office.vault.match(entered, typed, office.checker))).hasMessage("mynumber.match.typed-used");
    }

    @Test
    @DisplayName("サインインしていない人は何も封じられない")
    void without_a_session_nothing_is_kept() {
        assertThatThrownBy(() -> office.typed(ICHIRO, FIELD, UUID.randomUUID())).isInstanceOf(Refused.class).hasMessage("access.signed-out");
        office.database.superuser("UPDATE staff_session SET ended_at = now(), end_reason = 'signed-out' WHERE ref = '" + office.clerk + "'");
        assertThatThrownBy(() -> office.typed(ICHIRO, FIELD, office.clerk)).hasMessage("access.signed-out");
    }

    @Test
    @Requirement({"ACQ-17", "ACQ-18"})
    @DisplayName("確認リスト: 違う番号、空白、ほかの人や家族の番号、同じ届の中の同じ番号")
    void what_belongs_on_the_confirmation_list() {
        bound(ICHIRO, "0000000101");
        var same = office.typed(ICHIRO, FIELD, office.clerk);
        var other = office.typed(HANAKO, "persons.1.personalNumber", office.clerk);
        then(found(same, "0000000101", Set.of("0000000101", "0000000102"))).isEmpty();
        then(found(other, "0000000101", Set.of("0000000101"))).containsExactly(NumberFinding.DIFFERENT_NUMBER);
        then(found(null, "0000000101", Set.of())).containsExactly(NumberFinding.BLANK_NUMBER);
        then(found(same, "0000000102", Set.of("0000000101", "0000000102"))).containsExactly(NumberFinding.BOUND_TO_HOUSEHOLD_MEMBER);
        then(found(same, "0000000900", Set.of("0000000900"))).containsExactly(NumberFinding.BOUND_TO_ANOTHER);
        then(found(same, null, Set.of())).containsExactly(NumberFinding.BOUND_TO_ANOTHER);
        var twin = office.typed(ICHIRO, "persons.2.personalNumber", office.clerk);
        then(found(twin, "0000000101", Set.of())).containsExactly(NumberFinding.SAME_NUMBER_IN_CASE);
        then(office.in(() -> office.vault.holder(same, office.caseId))).contains("0000000101");
    }

    @Test
    @DisplayName("打ち直した欄の前の番号は、同じ届の中の同じ番号に数えない")
    void a_retyped_box_no_longer_counts() {
        var first = office.typed(ICHIRO, FIELD, office.clerk);
        office.typed(HANAKO, FIELD, office.clerk);
        var second = office.typed(ICHIRO, "persons.1.personalNumber", office.clerk);
        then(found(second, null, Set.of())).isEmpty();
        then(first).isNotEqualTo(second);
    }

    @Test
    @Requirement("ATENA-02")
    @DisplayName("登録は、承認された候補とその人についてだけ、照合を経てからできる")
    void binding_needs_the_approved_candidate_and_a_match() {
        var candidate = office.typed(ICHIRO, FIELD, office.clerk);
        var content = "{\"addresseeNo\":\"0000000101\",\"candidate\":\"" + candidate + "\"}";
        assertThatThrownBy(() -> bind(content, candidate, "0000000101")).hasMessage("mynumber.bind.not-matched");
        compared(candidate, ICHIRO);
        assertThatThrownBy(() -> bind(content, candidate, "0000000999")).hasMessage("mynumber.bind.not-approved");
        var other = office.typed(HANAKO, FIELD, office.clerk);
        compared(other, HANAKO);
        assertThatThrownBy(() -> bind(content, other, "0000000101")).hasMessage("mynumber.bind.not-approved");
        bind(content, candidate, "0000000101");
        then(office.in(() -> office.vault.isBound("0000000101"))).isTrue();
    }

    @Test
    @DisplayName("1つの番号は1人に、1人には1つの番号だけ")
    void at_most_one_active_binding_for_a_number_and_a_person() {
        bound(ICHIRO, "0000000101");
        assertThatThrownBy(() -> bound(ICHIRO, "0000000102")).hasMessage("mynumber.bind.already-bound");
        assertThatThrownBy(() -> bound(HANAKO, "0000000101")).hasMessage("mynumber.bind.already-bound");
    }

    @Test
    @DisplayName("個人番号の変更は、前の登録を前の日で終える")
    void a_changed_number_ends_the_former_binding() throws Exception {
        bound(ICHIRO, "0000000101");
        var changed = matched(HANAKO);
        office.in(() -> {
            var item = office.approvedBinding("{\"addresseeNo\":\"0000000101\",\"candidate\":\"" + changed + "\"}");
            office.vault.bind(item, changed, "0000000101", LocalDate.of(2026, 12, 1), true);
            return null;
        });
        try (var c = office.superuser(); var rows = c.createStatement().executeQuery("SELECT until FROM vault.number_binding ORDER BY since")) {
            rows.next();
            then(rows.getObject(1, LocalDate.class)).isEqualTo(LocalDate.of(2026, 11, 30));
            rows.next();
            then(rows.getObject(1)).isNull();
        }
    }

    @Test
    @DisplayName("効果に書かれていない登録は、コミットで断られる")
    void a_binding_that_no_effect_lists_does_not_commit() {
        var candidate = matched(ICHIRO);
        assertThatThrownBy(() -> office.in(() -> {
            var item = office.approvedBinding("{\"addresseeNo\":\"0000000101\",\"candidate\":\"" + candidate + "\"}");
            office.functions.bind(UUID.randomUUID(), item.effect().id(), candidate, "0000000101", LocalDate.of(2026, 11, 1), false);
            return null;
        })).hasStackTraceContaining("row-without-effect");
    }

    @Test
    @DisplayName("表示は、記録が確定してから、30秒の間に一度だけ")
    void a_reveal_is_recorded_first_and_given_once() {
        var candidate = office.typed(ICHIRO, FIELD, office.clerk);
        var shown = office.reveals(candidate).reveal("task-1", FIELD, "settle-mismatch");
        then(shown.groups()).containsExactly("0000", "1234", "5674");
        then(shown.seconds()).isEqualTo(30);
        then(shown.toString()).doesNotContain("1234");
        then(office.in(() -> office.vault.reveals(office.caseId))).singleElement().matches(seen -> seen.officer().no().equals("110002") && seen.purpose().equals("settle-mismatch"));
        assertThatThrownBy(() -> office.reveals(candidate).reveal("task-1", FIELD, "settle-mismatch")).hasMessage("mynumber.reveal.used");
        then(office.record).extracting(AuditEvent::kind, AuditEvent::action).contains(org.assertj.core.groups.Tuple.tuple(AuditEvent.Kind.ACT, "mynumber.reveal"),
                org.assertj.core.groups.Tuple.tuple(AuditEvent.Kind.REFUSAL, "mynumber.reveal"));
    }

    @Test
    @DisplayName("記録が書けなければ、表示もない")
    void no_record_no_reveal() throws Exception {
        var candidate = office.typed(ICHIRO, FIELD, office.clerk);
        office.trail = new jp.futari.audit.AuditTrail() {
            @Override
            public void record(AuditEvent event) {
                throw new IllegalStateException("the record cannot be written");
            }

            @Override
            public void recordApart(AuditEvent event) {
                throw new IllegalStateException("the record cannot be written");
            }
        };
        assertThatThrownBy(() -> office.reveals(candidate).reveal("task-1", FIELD, "settle-mismatch")).isInstanceOf(IllegalStateException.class);
        try (var c = office.superuser(); var rows = c.createStatement().executeQuery("SELECT count(*) FROM vault.reveal")) {
            rows.next();
            then(rows.getInt(1)).isZero();
        }
    }

    @Test
    @DisplayName("記録と同じ取引の中では渡さない。30秒を過ぎても、ほかの人にも渡さない")
    void the_lease_is_kept_by_the_database() {
        var candidate = office.typed(ICHIRO, FIELD, office.clerk);
        assertThatThrownBy(() -> office.in(() -> {
            office.functions.actsIn(office.checker);
            office.functions.openReveal(UUID.randomUUID(), "settle-mismatch", office.at(FIELD), "task-1", candidate);
            var mine = office.jdbc.sql("SELECT 1").query(Integer.class).single();
            return office.functions.takeReveal(opened(candidate, mine));
        })).hasMessage("mynumber.reveal.used");
        var id = UUID.randomUUID();
        assertThatThrownBy(() -> office.in(() -> {
            office.functions.actsIn(office.checker);
            office.functions.openReveal(id, "settle-mismatch", office.at(FIELD), "task-1", candidate);
            return office.functions.takeReveal(id);
        })).hasMessage("mynumber.reveal.lease-over");
        var late = office.in(() -> {
            office.functions.actsIn(office.checker);
            office.functions.openReveal(id, "settle-mismatch", office.at(FIELD), "task-1", candidate);
            return id;
        });
        assertThatThrownBy(() -> office.in(() -> {
            office.functions.actsIn(office.clerk);
            return office.functions.takeReveal(late);
        })).hasMessage("mynumber.reveal.lease-over");
        office.database.superuser("UPDATE vault.reveal SET opened_at = now() - interval '31 seconds'");
        assertThatThrownBy(() -> office.in(() -> {
            office.functions.actsIn(office.checker);
            return office.functions.takeReveal(late);
        })).hasMessage("mynumber.reveal.lease-over");
    }

    private UUID opened(CandidateId candidate, int again) {
        var id = UUID.randomUUID();
        office.functions.openReveal(id, "settle-mismatch", office.at(FIELD), "task-" + again, candidate);
        return id;
    }

    @Test
    @DisplayName("60秒より前に確かめた本人には、もう一度確かめてから見せる")
    void a_reveal_wants_a_fresh_identification() {
        var candidate = office.typed(ICHIRO, FIELD, office.clerk);
        office.database.superuser("UPDATE staff_session SET reauthenticated_at = now() - interval '61 seconds' WHERE ref = '" + office.checker + "'");
        assertThatThrownBy(() -> office.reveals(candidate).reveal("task-1", FIELD, "settle-mismatch")).hasMessage("access.reauthentication-required")
                .isInstanceOfSatisfying(Refused.class, refused -> then(refused.status()).isEqualTo(401));
    }

    @Test
    @DisplayName("目的は決められたものだけ")
    void the_purpose_comes_from_the_list() {
        var candidate = office.typed(ICHIRO, FIELD, office.clerk);
        assertThatThrownBy(() -> office.reveals(candidate).reveal("task-1", FIELD, "just-looking")).hasMessage("mynumber.reveal.purpose");
    }

    @DisplayName("アプリケーションの役割は保管庫の表を読むことも書くこともできない")
    @ParameterizedTest
    @ValueSource(strings = {"SELECT * FROM vault.candidate", "SELECT number_hash FROM vault.number_binding", "SELECT * FROM vault.sealed_page", "SELECT * FROM vault.sealed_text", "SELECT * FROM vault.reveal",
            "INSERT INTO vault.reveal_purpose VALUES ('x', 'x', '2020-01-01')", "UPDATE vault.attempt SET result = 'match'", "DELETE FROM vault.reveal", "SET ROLE futari_vault", "SELECT vault.actor()",
            "CREATE FUNCTION vault.leak() RETURNS text LANGUAGE sql AS 'SELECT 1'", "ALTER FUNCTION vault.holder SET search_path = public"})
    void the_application_cannot_touch_the_tables(String attack) throws Exception {
        try (var app = office.database.asApp(); var statement = app.createStatement()) {
            assertThatThrownBy(() -> statement.execute(attack)).isInstanceOf(SQLException.class).hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    @DisplayName("番号を知らせる関数はどれも、呼ぶ人の検索パスに動かされない")
    void every_vault_function_has_a_fixed_search_path() throws Exception {
        try (var c = office.superuser(); var rows = c.createStatement().executeQuery("""
                SELECT p.proname, p.proconfig::text, pg_get_userbyid(p.proowner) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'vault'""")) {
            var count = 0;
            while (rows.next()) {
                then(rows.getString(2)).as(rows.getString(1)).contains("search_path=vault, pg_temp");
                then(rows.getString(3)).isEqualTo("futari_vault");
                count++;
            }
            then(count).isGreaterThan(10);
        }
        try (var login = office.superuser(); var row = login.createStatement().executeQuery("SELECT rolcanlogin FROM pg_roles WHERE rolname = 'futari_vault'")) {
            row.next();
            then(row.getBoolean(1)).isFalse();
        }
    }

    @Test
    @DisplayName("ほかの行へ写した封や書き換えた封は開かない")
    void a_moved_seal_does_not_open() {
        var mine = office.typed(ICHIRO, FIELD, office.clerk);
        var other = office.typed(HANAKO, FIELD, office.clerk);
        office.database.superuser("UPDATE vault.candidate SET sealed = (SELECT sealed FROM vault.candidate WHERE id = '" + other + "') WHERE id = '" + mine + "'");
        assertThatThrownBy(() -> office.reveals(mine).reveal("task-1", FIELD, "settle-mismatch")).isInstanceOf(SealBroken.class);
    }

    @Test
    @DisplayName("隠す前の画像と封じた控えも、保管庫の中にだけある")
    void pages_and_references_are_sealed_too() {
        var document = UUID.randomUUID();
        var image = "画像 ".concat(ICHIRO).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        office.in(() -> {
            office.pages.seal(document, 1, image);
            return null;
        });
        then(office.in(() -> office.pages.open(document, 1, "settle-mismatch", office.checker))).isEqualTo(image);
        assertThatThrownBy(() -> office.in(() -> office.pages.open(document, 2, "settle-mismatch", office.checker))).hasMessage("mynumber.page.unknown");
        var reference = office.in(() -> office.references.seal("officer-addressee", "0000000101"));
        then(office.in(() -> office.references.open("officer-addressee", reference))).isEqualTo("0000000101");
        assertThatThrownBy(() -> office.in(() -> office.references.open("other", reference))).hasMessage("mynumber.reference.unknown");
        try (var hunt = CanaryHunt.of(ICHIRO)) {
            then(hunt.inDatabase(office.database.url())).isEmpty();
        }
    }

    @Test
    @Requirement({"ACQ-19", "NUM-03", "AUTH-09"})
    @DisplayName("打たれた番号は、データベースのどこにも、記録にも、ログにも、例外にもない")
    void the_canary_is_nowhere() {
        try (var hunt = CanaryHunt.of(ICHIRO).listen()) {
            bound(ICHIRO, "0000000101");
            var again = office.typed(ICHIRO, FIELD, office.clerk);
            then(compared(again, HANAKO).matches()).isFalse();
            found(again, "0000000102", Set.of());
            office.reveals(again).reveal("task-1", FIELD, "settle-mismatch");
            var refusal = org.assertj.core.api.Assertions.catchThrowable(() -> office.typed(ICHIRO.substring(0, 11) + "0", FIELD, office.clerk));
            then(hunt.in("refusal", refusal + " " + java.util.Arrays.toString(refusal.getStackTrace()))).isEmpty();
            then(hunt.inDatabase(office.database.url())).isEmpty();
            then(hunt.inLog()).isEmpty();
            hunt.also("keyed hash", office.keys.sealer().hash(ICHIRO.getBytes()).bytes());
            then(hunt.inDatabase(office.database.url(), "vault.")).isEmpty();
            then(hunt.inDatabase(office.database.url())).isNotEmpty().allMatch(place -> place.startsWith("vault."));
            office.database.superuser("INSERT INTO idempotent_request (key, officer_no, route, answer) VALUES (gen_random_uuid(), '1', '/x', '００００-1234 ５６７４')");
            then(hunt.inDatabase(office.database.url(), "vault.")).containsExactly("futari.idempotent_request as digits");
        }
    }

    private Set<NumberFinding> found(CandidateId candidate, String addressee, Set<String> household) {
        return office.in(() -> office.vault.findings(candidate, addressee, household));
    }

    private Comparison compared(CandidateId entered, String number) {
        var typed = office.typed(number, FIELD, office.checker);
        return office.in(() -> office.vault.match(entered, typed, office.checker));
    }

    private CandidateId matched(String number) {
        var candidate = office.typed(number, FIELD, office.clerk);
        compared(candidate, number);
        return candidate;
    }

    private void bound(String number, String addressee) {
        var candidate = matched(number);
        bind("{\"addresseeNo\":\"" + addressee + "\",\"candidate\":\"" + candidate + "\"}", candidate, addressee);
    }

    private void bind(String content, CandidateId candidate, String addressee) {
        office.in(() -> {
            office.vault.bind(office.approvedBinding(content), candidate, addressee, LocalDate.of(2026, 11, 1), false);
            return null;
        });
    }
}
