package jp.futari.eligibility.process;

import static jp.futari.eligibility.process.EnrollmentOffice.aNumber;
import static jp.futari.eligibility.process.EnrollmentOffice.json;
import static jp.futari.eligibility.process.EnrollmentOffice.ok;
import static jp.futari.eligibility.process.EnrollmentOffice.startSettling;
import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import jp.futari.Requirement;
import jp.futari.access.Browser;
import jp.futari.access.PermissionTable;
import jp.futari.access.RoleNames;
import jp.futari.casework.spi.CaseKind;
import jp.futari.eligibility.process.EnrollmentOffice.Journey;
import jp.futari.mynumber.NumberVault;
import jp.futari.mynumber.SealedReferences;
import jp.futari.support.CanaryHunt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 個人番号の確認リスト: seen by those who work on it, settled by two people, once; no number is ever in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Requirement({"ACQ-17", "ACQ-18"})
class NumberConfirmationTest {

    private static final String STEP = "settle-number";
    private static final String NUMBER = "personalNumber";

    private EnrollmentOffice office;
    private Browser levyClerk;
    private int seed = 500;

    @BeforeAll
    void open() {
        office = new EnrollmentOffice();
        office.server.staff.person("L001", "levy", "levy-clerk").terminal("KH-041", "t41");
        levyClerk = office.server.signedIn("L001", "t41");
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    @DisplayName("空いていた番号を、2人で登録して済みにする。番号はリストにも案件にも出ない")
    @Requirement({"MANUAL-01", "MANUAL-02"})
    void two_people_register_the_missing_number() throws Exception {
        String person = office.aCouple();
        String row = found(person, "blank-number");
        String number = aNumber(++seed);
        try (var hunt = CanaryHunt.of(number).listen()) {
            var before = shown(office.clerk, "open", row);
            then(before.path("addresseeNo").asText()).isEqualTo(person);
            then(before.path("registered").asBoolean()).isFalse();
            then(before.path("settlingIn").isNull()).isTrue();
            Journey journey = bind(row, number);
            then(journey.end()).isEqualTo("EndEvent_NumberSettled");
            then(office.server.bean(NumberVault.class).isBound(person)).isTrue();
            then(rows(office.clerk, "open")).noneMatch(one -> row.equals(one.path("id").asText()));
            var after = shown(office.manager, "settled", row);
            then(after.path("settled").path("outcome").asText()).isEqualTo("bind");
            then(after.path("settled").path("caseNo").asText()).isEqualTo(journey.caseNo);
            then(office.server.column("SELECT count(*) FROM approval WHERE case_id = '" + journey.caseId + "' AND doer = checker")).containsExactly("0");
            then(hunt.in("list", office.clerk.get("/api/number-confirmations?state=settled").body)).isEmpty();
            then(hunt.in("case", office.clerk.get("/api/cases/" + journey.caseNo).body)).isEmpty();
            then(hunt.inLog()).isEmpty();
            then(hunt.inDatabase(office.server.database.url())).isEmpty();
        }
    }

    @Test
    @DisplayName("ちがう番号は、元の番号を終わらせて登録する")
    void a_different_number_ends_the_former_one() {
        String person = office.aCouple();
        bind(found(person, "blank-number"), aNumber(++seed));
        bind(found(person, "different-number"), aNumber(++seed));
        then(office.server.column("SELECT until IS NULL FROM vault.number_binding WHERE addressee_no = '" + person + "' ORDER BY 1")).containsExactly("f", "t");
    }

    @DisplayName("結果と合わない入力は、項目ごとに文で返す")
    @ParameterizedTest(name = "{0} {1} → {2}: {3}")
    @CsvSource({
        "bind, my-number-card, personalNumber, eligibility.settlement.number-missing",
        "keep, resident-register, outcome, eligibility.settlement.nothing-to-keep",
        "refer, resident-register, remarks, eligibility.settlement.why-missing",
        "unobtainable, nothing, remarks, eligibility.settlement.why-missing"})
    void what_does_not_fit_comes_back_with_a_sentence(String outcome, String source, String field, String code) {
        Journey journey = office.settle(office.clerk, found(office.aCouple(), "blank-number"));
        journey.opened(office.clerk, STEP);
        var refused = journey.send(office.clerk, STEP, json("{}").put("outcome", outcome).put("source", source));
        then(refused.status).isEqualTo(422);
        then(refused.json().path("fields").path(0).path("key").asText()).isEqualTo(field);
        then(refused.json().path("fields").path(0).path("code").asText()).isEqualTo(code);
    }

    @Test
    @DisplayName("ほかの人の番号は、ここでは登録できない。見ていないものからも登録できない")
    void the_number_of_another_person_is_not_registered() {
        String number = aNumber(++seed);
        bind(found(office.aCouple(), "blank-number"), number);
        Journey journey = office.settle(office.clerk, found(office.aCouple(), "bound-to-another"));
        journey.opened(office.clerk, STEP);
        ObjectNode values = json("{'outcome':'bind','source':'nothing'}").put(NUMBER, journey.candidate(office.clerk, STEP, NUMBER, number));
        var refused = journey.send(office.clerk, STEP, values);
        then(refused.status).isEqualTo(422);
        then(refused.body).contains("eligibility.settlement.bound-to-another", "eligibility.settlement.nothing-seen").doesNotContain(number);
        then(journey.twoPeople(office.clerk, office.clerkToo, STEP, json("{'outcome':'refer','source':'resident-register','remarks':'住民記録の係へ渡した'}")).end())
                .isEqualTo("EndEvent_NumberSettled");
    }

    // attacks

    @Test
    @DisplayName("入れた本人は、済みにできない")
    @Requirement("MANUAL-02")
    void whoever_entered_it_does_not_settle_it() {
        String row = found(office.aCouple(), "blank-number");
        Journey journey = office.settle(office.clerk, row);
        ok(journey.send(office.clerk, STEP, values("unobtainable")));
        var claim = ok(office.clerk.post("/api/tasks/claim", "{\"ids\":[\"" + journey.task(STEP, "check") + "\"]}")).path("results").path(0);
        then(claim.path("ok").asBoolean()).isFalse();
        then(office.clerk.post("/api/checks/" + journey.task(STEP, "check") + "/complete", "", office.server.version(journey.task(STEP, "check"))).status).isEqualTo(403);
        then(shown(office.clerk, "open", row).path("settlingIn").asText()).isEqualTo(journey.caseNo);
        then(office.server.column("SELECT count(*) FROM number_settlement WHERE confirmation_id = '" + row + "'")).containsExactly("0");
    }

    @Test
    @DisplayName("リストを見られるのは、権限表にある役割だけ。断ったことも見たことも記録に残る")
    @Requirement("AUTH-04")
    void only_roles_of_the_table_see_the_list() {
        found(office.aCouple(), "blank-number");
        var refused = levyClerk.get("/api/number-confirmations");
        then(refused.status).isEqualTo(403);
        then(refused.code()).isEqualTo("access.permission-missing");
        then(office.server.column("SELECT what ->> 'object' FROM audit_event WHERE kind = 'REFUSAL' AND officer = 'L001' AND action = 'access.permission'")).contains("number-confirmation");
        ok(office.chief.get("/api/number-confirmations?state=open"));
        then(office.server.column("SELECT what ->> 'filter' FROM audit_event WHERE kind = 'READ' AND officer = 'K001' AND action = 'eligibility.number-confirmations'")).contains("open");
        then(office.server.column("SELECT count(*) FROM audit_event WHERE kind = 'READ' AND officer = 'K001' AND action = 'addressee.persons' AND cardinality(subjects) > 0")).doesNotContain("0");
        then(office.chief.get("/api/number-confirmations?state=all").status).isEqualTo(422);
        then(office.chief.get("/api/number-confirmations?cursor=x").status).isEqualTo(400);
    }

    @Test
    @DisplayName("1行は1つの案件でしか調べない。済んだ行、知らない行は始められない")
    void one_row_is_settled_by_one_case() {
        String row = found(office.aCouple(), "blank-number");
        then(startSettling(office.counter, row).code()).isEqualTo("access.role-missing");
        Journey journey = office.settle(office.clerk, row);
        then(startSettling(office.clerkToo, row).code()).isEqualTo("eligibility.confirmation.being-settled");
        String otherwise = found(office.aCouple(), "blank-number");
        ok(startSettling(office.clerk, otherwise.toUpperCase(java.util.Locale.ROOT)));
        then(startSettling(office.clerkToo, otherwise).code()).as("the same row in capitals").isEqualTo("eligibility.confirmation.being-settled");
        then(office.server.one("SELECT params FROM case_file WHERE id = '" + journey.caseId + "'")).doesNotContain("remark");
        journey.opened(office.clerk, STEP);
        journey.twoPeople(office.clerk, office.clerkToo, STEP, values("unobtainable"));
        then(startSettling(office.clerkToo, row).code()).isEqualTo("eligibility.confirmation.settled");
        then(startSettling(office.clerk, UUID.randomUUID().toString()).code()).isEqualTo("eligibility.confirmation.unknown");
        then(startSettling(office.clerk, "../1").code()).isEqualTo("eligibility.confirmation.unknown");
    }

    @Test
    @DisplayName("自分の世帯の人の行は、始められない")
    @Requirement("MANUAL-02")
    void nobody_settles_a_row_of_their_own_household() {
        String head = office.aCouple();
        String row = found(head, "blank-number");
        var sealed = office.server.bean(SealedReferences.class).seal(SealedReferences.OFFICER_ADDRESSEE, Long.toString(Long.parseLong(head) + 1));
        office.server.staff.change("UPDATE staff_member SET addressee_ref = '" + sealed + "' WHERE officer_no = 'E002'");
        then(startSettling(office.clerkToo, row).code()).isEqualTo("casework.interest.family");
        office.server.staff.change("UPDATE staff_member SET addressee_ref = NULL WHERE officer_no = 'E002'");
    }

    @Test
    @DisplayName("始められる役割は権限表と同じで、受付の一覧には出ない")
    @Requirement("AUTH-04")
    void the_case_kind_and_the_table_say_the_same() {
        var kind = office.server.beans(CaseKind.class).stream().filter(one -> one.key().equals("number-confirmation")).findFirst().orElseThrow();
        var table = PermissionTable.ofTheOffice();
        then(RoleNames.ALL.stream().filter(role -> table.allows(List.of(role), "number-confirmation", "settle"))).containsExactlyInAnyOrderElementsOf(kind.startedBy());
        then(office.clerk.get("/api/case-kinds").body).contains("enrollment").doesNotContain("number-confirmation");
    }

    // the way

    private String found(String person, String reason) {
        String id = UUID.randomUUID().toString();
        office.server.staff.change("INSERT INTO number_confirmation (id, case_id, case_no, addressee_no, reason) VALUES ('" + id + "', gen_random_uuid(), 'R8-資-999999', '" + person + "', '" + reason + "')");
        return id;
    }

    private Journey bind(String row, String number) {
        Journey journey = office.settle(office.clerk, row);
        ObjectNode values = journey.opened(office.clerk, STEP);
        values.setAll(json("{'outcome':'bind','source':'my-number-card'}"));
        values.put(NUMBER, journey.candidate(office.clerk, STEP, NUMBER, number));
        return journey.twoPeople(office.clerk, office.clerkToo, STEP, values, Map.of(NUMBER, number));
    }

    private static ObjectNode values(String outcome) {
        return json("{'source':'nothing','remarks':'本人と連絡がとれない'}").put("outcome", outcome);
    }

    private static List<JsonNode> rows(Browser who, String state) {
        return StreamSupport.stream(ok(who.get("/api/number-confirmations?state=" + state)).path("rows").spliterator(), false).toList();
    }

    private static JsonNode shown(Browser who, String state, String row) {
        return rows(who, state).stream().filter(one -> row.equals(one.path("id").asText())).findFirst().orElseThrow();
    }
}
