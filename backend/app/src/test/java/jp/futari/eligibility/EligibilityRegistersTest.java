package jp.futari.eligibility;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.futari.Requirement;
import jp.futari.eligibility.application.RegisteringEnrollment;
import jp.futari.eligibility.model.BranchNumbersUsedUp;
import jp.futari.eligibility.model.InsuredNumbers;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.EffectRows;
import jp.futari.shared.Refused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.support.TransactionTemplate;

/** The room with its database alone: what is registered, and that the database itself refuses what the law forbids. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Requirement({"NHI-QUA-01", "WORK-01"})
class EligibilityRegistersTest {

    private EligibilityRoom room;
    private int running;

    @BeforeAll
    void open() {
        room = new EligibilityRoom();
    }

    @AfterAll
    void close() {
        room.close();
    }

    @Test
    @DisplayName("認められた人は、その日から被保険者として照会できる")
    void an_approved_person_is_insured_from_that_day() {
        var person = aPerson();
        register(person, "2026-11-01", false, 1);
        var lookup = room.get(EligibilityLookup.class);
        then(lookup.insuredOn(person.addressee(), LocalDate.of(2026, 10, 31))).isEmpty();
        var insured = lookup.insuredOn(person.addressee(), LocalDate.of(2026, 11, 1)).orElseThrow();
        then(insured.number()).isEqualTo(new InsuredNumber("試", person.number(), 1));
        then(insured.headAddresseeNo()).isEqualTo(person.head());
        then(insured.acquiredOn()).isEqualTo("2026-11-01");
        then(lookup.byNumber(insured.number(), LocalDate.of(2030, 1, 1))).contains(insured);
        then(lookup.insuredOn(List.of(person.addressee(), "0"), LocalDate.of(2026, 11, 2))).containsOnlyKeys(person.addressee());
        then(lookup.periodsOf(person.addressee())).extracting(InsuredPeriod::kind).containsExactly("enrollment", "coverage");
    }

    @Test
    @DisplayName("4条の人は適用だけが始まり、資格取得日は空のまま")
    void article_four_registers_coverage_only() {
        var person = aPerson();
        register(person, "2026-11-01", true, 1);
        var insured = room.get(EligibilityLookup.class).insuredOn(person.addressee(), LocalDate.of(2026, 11, 1)).orElseThrow();
        then(insured.acquiredOn()).isNull();
        then(insured.coveredFrom()).isEqualTo("2026-11-01");
    }

    @Test
    @DisplayName("決定のあとで資格が重なっていたら、登録せずに断る")
    void an_overlap_that_appeared_after_the_approval_is_refused() {
        var person = aPerson();
        register(person, "2026-11-01", false, 1);
        thenThrownBy(() -> register(person, "2026-12-01", false, 1)).isInstanceOf(Refused.class).hasMessage("eligibility.enrollment.overlaps");
    }

    @Test
    @DisplayName("資格の重なりは、データベースも断る")
    void the_database_refuses_overlapping_enrolments() {
        var person = aPerson();
        register(person, "2026-11-01", false, 1);
        thenRefused("enrollment_never_overlaps", insertEnrollment(person.addressee(), "2026-12-01", null));
        thenRefused("enrollment_never_overlaps", insertEnrollment(person.addressee(), "2026-01-01", "2026-11-02"));
        thenAccepted("2026-01-01 to the very day: half-open periods touch", person, insertEnrollment(person.addressee(), "2026-01-01", "2026-11-01"));
    }

    @Test
    @DisplayName("適用の重なりと、資格からはみ出す適用は、データベースも断る")
    void the_database_refuses_coverages_that_overlap_or_stick_out() {
        var person = aPerson();
        register(person, "2026-11-01", false, 1);
        String coverage = "INSERT INTO coverage (id, effect_id, enrollment_id, addressee_no, household_id, started_on, ended_on, start_article, end_reason, case_no) "
                + "SELECT '%s', '%s', e.id, e.addressee_no, h.id, %s, '規4条', %s, 'x' FROM enrollment e, insured_household h WHERE e.addressee_no = '" + person.addressee()
                + "' AND h.household_no = '" + person.household() + "'";
        thenRefused("coverage_never_overlaps", (id, effect) -> coverage.formatted(id, effect, "'2026-12-01', NULL", "NULL"), "coverage");
        thenRefused("eligibility.coverage.outside-enrollment", (id, effect) -> coverage.formatted(id, effect, "'2026-10-01', '2026-11-01'", "'moved'"), "coverage");
    }

    @Test
    @DisplayName("資格を縮めて適用をはみ出させることも、データベースが断る")
    void the_database_refuses_an_enrolment_that_shrinks_below_its_coverage() {
        var person = aPerson();
        register(person, "2026-11-01", false, 1);
        var id = room.jdbc().sql("SELECT id FROM enrollment WHERE addressee_no = ?").param(person.addressee()).query(UUID.class).single();
        thenThrownBy(() -> room.withApproved("register-enrollment", json("{}"), item -> {
            room.get(EffectRows.class).wrote(item.effect().id(), "enrollment", id);
            room.jdbc().sql("UPDATE enrollment SET lost_on = '2026-12-01', loss_reason = 'died', effect_id = ? WHERE id = ?").params(item.effect().id(), id).update();
        })).hasStackTraceContaining("eligibility.coverage.outside-enrollment");
    }

    @Test
    @DisplayName("効果のない行は、どの台帳にも入らない")
    void no_row_without_an_effect() {
        var person = aPerson();
        thenThrownBy(() -> room.get(TransactionTemplate.class).executeWithoutResult(status -> room.jdbc().sql(
                "INSERT INTO insured_household (id, effect_id, household_no, symbol, number, opened_on) VALUES (gen_random_uuid(), gen_random_uuid(), ?, 'x', ?, '2026-11-01')")
                .params(person.household(), person.number()).update())).hasStackTraceContaining("insured_household_effect");
        thenThrownBy(() -> room.withApproved("register-enrollment", json("{}"), item -> room.jdbc().sql(
                "INSERT INTO insured_household (id, effect_id, household_no, symbol, number, opened_on) VALUES (gen_random_uuid(), ?, ?, 'x', ?, '2026-11-01')")
                .params(item.effect().id(), person.household(), person.number()).update())).hasStackTraceContaining("casework.register.row-without-effect");
        thenThrownBy(() -> room.jdbc().sql("DELETE FROM enrollment").update()).hasStackTraceContaining("permission denied");
    }

    @Test
    @DisplayName("枝番は世帯の中で重ならず、99を超えない")
    @Requirement("ITEM-69")
    void branch_numbers_are_unique_and_end_at_99() {
        var person = aPerson();
        register(person, "2026-11-01", false, 1);
        String branch = "INSERT INTO branch_number (id, effect_id, household_id, addressee_no, branch) SELECT '%s', '%s', id, '%s', %d FROM insured_household WHERE household_no = '"
                + person.household() + "'";
        thenRefused("branch_number_once", (id, effect) -> branch.formatted(id, effect, "other", 1), "branch_number");
        thenRefused("branch_number_of_person", (id, effect) -> branch.formatted(id, effect, person.addressee(), 2), "branch_number");
        thenRefused("branch_number_branch_check", (id, effect) -> branch.formatted(id, effect, "other", 100), "branch_number");
    }

    @Test
    @DisplayName("世帯主は一日に一人")
    void one_head_a_day() {
        var person = aPerson();
        register(person, "2026-11-01", false, 1);
        thenRefused("household_one_head_a_day", (id, effect) -> ("INSERT INTO household_headship (id, effect_id, household_id, head_addressee_no, from_day) "
                + "SELECT '%s', '%s', id, 'other', '2026-12-01' FROM insured_household WHERE household_no = '%s'").formatted(id, effect, person.household()), "household_headship");
    }

    @Test
    @DisplayName("予約した記号・番号・枝番は、同じ人には同じ、ほかの人には別の番号")
    @Requirement({"ITEM-69", "ITEM-70"})
    void reserved_numbers_stay_with_their_person() {
        var first = reserve("H-1", "P-1");
        then(reserve("H-1", "P-1")).isEqualTo(first);
        var second = reserve("H-1", "P-2");
        then(second.branch()).isEqualTo(first.branch() + 1);
        then(second.number()).isEqualTo(first.number());
        then(reserve("H-2", "P-1").number()).isNotEqualTo(first.number());
    }

    @Test
    @DisplayName("台帳にある世帯では、続きの枝番を予約する")
    void reservations_go_on_from_the_register() {
        var person = aPerson();
        register(person, "2026-11-01", false, 7);
        then(reserve(person.household(), person.addressee()).branch()).isEqualTo(7);
        then(reserve(person.household(), "new").branch()).isEqualTo(8);
        then(reserve(person.household(), "newer")).isEqualTo(new InsuredNumber("試", person.number(), 9));
    }

    @Test
    @DisplayName("99まで出た世帯では、100人目に番号を出さずに止まる")
    void the_hundredth_person_gets_no_number() {
        var person = aPerson();
        register(person, "2026-11-01", false, 99);
        thenThrownBy(() -> reserve(person.household(), "hundredth")).isInstanceOf(BranchNumbersUsedUp.class);
    }

    private InsuredNumber reserve(String household, String person) {
        return room.get(TransactionTemplate.class).execute(status -> room.get(InsuredNumbers.class).reserve(household, person, UUID.randomUUID()));
    }

    private void register(Person person, String on, boolean coverageOnly, int branch) {
        room.withApproved("register-enrollment", content(person, on, coverageOnly, branch), item -> room.get(RegisteringEnrollment.class).register(item));
    }

    private static JsonNode content(Person person, String on, boolean coverageOnly, int branch) {
        return json("""
                {"noticeKind":"%s","reason":"%s","article":"法7条・規3条","notifiedOn":"2026-11-18","coverageOnly":%s,"on":"%s","addresseeNo":"%s","name":"試験　太郎",
                 "householdNo":"%s","headAddresseeNo":"%s","symbol":"試","number":"%s","branch":%d}""".formatted(coverageOnly ? "inside-prefecture" : "exclusion-ended",
                coverageOnly ? "moved-in" : "left-employer-insurance", coverageOnly, on, person.addressee(), person.household(), person.head(), person.number(), branch));
    }

    private static JsonNode json(String text) {
        return CanonicalJson.parse(text);
    }

    private Person aPerson() {
        running++;
        return new Person("P%06d".formatted(running), "H%06d".formatted(running), "%07d".formatted(running), "P%06d".formatted(running));
    }

    private record Person(String addressee, String household, String number, String head) {
    }

    private interface Row {
        String sql(UUID id, UUID effect);
    }

    private static Row insertEnrollment(String addressee, String from, String until) {
        String end = until == null ? "NULL, NULL" : "'" + until + "', 'moved'";
        return (id, effect) -> ("INSERT INTO enrollment (id, effect_id, addressee_no, insured_from, acquired_on, lost_on, loss_reason, notice_kind, acquisition_reason, "
                + "acquisition_article, case_no) VALUES ('%s', '%s', '%s', '%s', '%s', %s, 'exclusion-ended', 'other', 'x', 'x')").formatted(id, effect, addressee, from, from, end);
    }

    private void thenRefused(String constraint, Row row) {
        thenRefused(constraint, row, "enrollment");
    }

    private void thenRefused(String constraint, Row row, String table) {
        thenThrownBy(() -> insert(row, table)).hasStackTraceContaining(constraint);
    }

    private void thenAccepted(String why, Person person, Row row) {
        insert(row, "enrollment");
        then(room.get(EligibilityLookup.class).periodsOf(person.addressee())).as(why).hasSize(3);
    }

    private void insert(Row row, String table) {
        var id = UUID.randomUUID();
        room.withApproved("register-enrollment", json("{}"), item -> {
            room.get(EffectRows.class).wrote(item.effect().id(), table, id);
            room.jdbc().sql(row.sql(id, item.effect().id())).update();
        });
    }
}
