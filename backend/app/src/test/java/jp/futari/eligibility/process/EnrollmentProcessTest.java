package jp.futari.eligibility.process;

import static jp.futari.eligibility.process.EnrollmentOffice.aNumber;
import static jp.futari.eligibility.process.EnrollmentOffice.json;
import static jp.futari.eligibility.process.EnrollmentOffice.ok;
import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jp.futari.Requirement;
import jp.futari.eligibility.EligibilityLookup;
import jp.futari.eligibility.process.EnrollmentOffice.Journey;
import jp.futari.mynumber.NumberVault;
import jp.futari.mynumber.SealedReferences;
import jp.futari.shared.BusinessClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 資格取得届の道すじ: each way to an end of the process, over HTTP, by two people at every step; the other ends are not reached. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnrollmentProcessTest {

    private static final List<String> ENDS = List.of("EndEvent_CertificateHandedOver", "EndEvent_EnrollmentRefused", "EndEvent_NotificationWithdrawn");
    private static final LocalDate TODAY = LocalDate.now(BusinessClock.ZONE);
    private static final LocalDate LOSS = TODAY.minusDays(7);

    private EnrollmentOffice office;
    private int numbers;

    @BeforeAll
    void open() {
        office = new EnrollmentOffice();
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    @DisplayName("窓口から交付まで: 二人ずつで登録し、番号を結び付け、証を渡す")
    @Requirement({"NHI-QUA-01", "NHI-QUA-03", "NHI-QUA-04", "WORK-05", "WORK-06", "ACQ-14", "MANUAL-01", "MANUAL-02"})
    void from_the_counter_to_the_certificate() {
        String head = office.aCouple();
        var journey = decided(head, "approve");
        then(lookup().insuredOn(head, LOSS)).isPresent();
        then(lookup().insuredOn(head, LOSS.minusDays(1))).isEmpty();
        then(lookup().insuredOn(spouse(head), LOSS).orElseThrow().number().branch()).isEqualTo(2);
        then(office.server.bean(NumberVault.class).isBound(head)).isTrue();
        then(office.server.bean(NumberVault.class).isBound(spouse(head))).isFalse();
        handOver(journey, "packed");
        thenEndedAt(journey, "EndEvent_CertificateHandedOver");
        then(office.server.column("SELECT state FROM printed_document WHERE case_id = '" + journey.caseId + "'")).containsExactly("dispatched", "dispatched");
        then(office.server.column("SELECT reason FROM number_confirmation WHERE case_id = '" + journey.caseId + "'")).containsExactly("blank-number");
        then(office.server.column("SELECT count(*) FROM approval WHERE case_id = '" + journey.caseId + "' AND doer = checker")).containsExactly("0");
    }

    @Test
    @DisplayName("刷り損じ: 無効にして裁断し、同じ内容を刷り直してから交付する")
    @Requirement({"NHI-QUA-04", "MANUAL-01"})
    void a_spoiled_sheet_is_destroyed_and_printed_again() {
        var journey = decided(office.aCouple(), "approve");
        handOver(journey, "spoiled");
        String serial = serials(journey).get(0);
        journey.twoPeople(office.clerk, office.clerkToo, "spoiled-sheet", json("{'reason':'torn','destroyedBy':'shredder'}").put("serial", serial));
        handOver(journey, "packed");
        thenEndedAt(journey, "EndEvent_CertificateHandedOver");
        then(office.server.column("SELECT state FROM printed_document WHERE case_id = '" + journey.caseId + "' ORDER BY state")).containsExactly("dispatched", "dispatched", "spoiled");
    }

    @Test
    @DisplayName("認めない決定: 通知だけを出し、台帳には何も書かない")
    void a_refused_notice_registers_nobody() {
        String head = office.aCouple();
        var journey = decided(head, "refuse");
        ObjectNode letter = journey.opened(office.clerk, "notify-refusal");
        then(letter.path("reason").asText()).isNotBlank();
        journey.twoPeople(office.clerk, office.clerkToo, "notify-refusal", letter.put("noticeText", "届け出のあった資格は、認められませんでした。"));
        thenEndedAt(journey, "EndEvent_EnrollmentRefused");
        then(lookup().periodsOf(head)).isEmpty();
        then(office.server.bean(NumberVault.class).isBound(head)).isFalse();
    }

    @Test
    @DisplayName("取下げ: 審査の途中で取り下げ、取下げの通知を二人で出す")
    void a_withdrawn_notice_registers_nobody() {
        String head = office.aCouple();
        var journey = received(head);
        ok(office.counter.post("/api/cases/" + journey.caseNo + "/withdrawal", "{\"reason\":\"勤め先の保険が続くことになったため\"}"));
        ObjectNode letter = journey.opened(office.counter, "withdraw-notification");
        letter.put("reason", "勤め先の保険が続くことになったため").put("noticeText", "取下げを受け付けました。");
        journey.twoPeople(office.counter, office.clerk, "withdraw-notification", letter);
        thenEndedAt(journey, "EndEvent_NotificationWithdrawn");
        then(lookup().periodsOf(head)).isEmpty();
    }

    @Test
    @DisplayName("登録したあとの取下げは受けない。台帳も案件もそのままで、ボタンも出ない")
    void what_is_registered_is_not_undone_by_a_withdrawal() {
        String head = office.aCouple();
        var journey = decided(head, "approve");
        then(ok(office.counter.get("/api/cases/" + journey.caseNo)).path("withdrawable").asBoolean()).isFalse();
        var refused = withdrawal(office.counter, journey);
        then(refused.status).isEqualTo(409);
        then(refused.code()).isEqualTo("casework.withdrawal.already-registered");
        then(refused.json().path("detail").asText()).contains("喪失か訂正の案件");
        then(journey.state()).isEqualTo("open");
        then(journey.task("hand-over", "do")).isNotNull();
        then(office.server.column("SELECT why FROM approval_end x JOIN approval a ON a.id = x.approval_id WHERE a.case_id = '" + journey.caseId + "'")).isEmpty();
        then(lookup().insuredOn(head, LOSS)).isPresent();
        then(office.server.column("SELECT what ->> 'code' FROM audit_event WHERE kind = 'REFUSAL' AND action = 'case.withdraw' AND case_id = '" + journey.caseId + "'"))
                .containsExactly("casework.withdrawal.already-registered");
    }

    @Test
    @DisplayName("利害のある職員は、取下げを受けられない: 申告した人も、自分の世帯の人も")
    @Requirement("MANUAL-02")
    void whoever_has_an_interest_receives_no_withdrawal() {
        String head = office.aCouple();
        var journey = received(head);
        then(ok(office.counterToo.get("/api/cases/" + journey.caseNo)).path("withdrawable").asBoolean()).isTrue();
        then(ok(office.counterToo.get("/api/cases/" + journey.caseNo)).path("takesPapers").asBoolean()).isTrue();
        then(ok(office.manager.get("/api/cases/" + journey.caseNo)).path("takesPapers").asBoolean()).as("a manager receives no papers").isFalse();
        ok(office.counterToo.post("/api/cases/" + journey.caseNo + "/interest", "{\"relation\":\"family\"}"));
        then(withdrawal(office.counterToo, journey).code()).isEqualTo("casework.interest.declared");
        var sealed = office.server.bean(SealedReferences.class).seal(SealedReferences.OFFICER_ADDRESSEE, spouse(head));
        office.server.staff.change("UPDATE staff_member SET addressee_ref = '" + sealed + "' WHERE officer_no = 'C001'");
        then(withdrawal(office.counter, journey).code()).isEqualTo("casework.interest.own");
        office.server.staff.change("UPDATE staff_member SET addressee_ref = NULL WHERE officer_no = 'C001'");
        then(withdrawal(office.manager, journey).code()).isEqualTo("access.role-missing");
        then(ok(withdrawal(office.counter, journey)).path("caseNo").asText()).isEqualTo(journey.caseNo);
    }

    @Test
    @DisplayName("自分の世帯の案件の仕事は、割り当てられる人に出ず、割り当てても断られる")
    @Requirement("MANUAL-02")
    void work_on_ones_own_household_is_not_handed_out() {
        String head = office.aCouple();
        var journey = received(head);
        String task = office.server.one("SELECT task_id FROM work_item WHERE case_id = '" + journey.caseId + "'");
        String able = ableToTake(task).get(0);
        var sealed = office.server.bean(SealedReferences.class).seal(SealedReferences.OFFICER_ADDRESSEE, spouse(head));
        office.server.staff.change("UPDATE staff_member SET addressee_ref = '" + sealed + "' WHERE officer_no = '" + able + "'");
        then(ableToTake(task)).doesNotContain(able);
        then(ok(office.manager.post("/api/tasks/assign", "{\"ids\":[\"" + task + "\"],\"to\":\"" + able + "\"}")).path("results").path(0).path("code").asText())
                .isEqualTo("casework.assign.interest");
        office.server.staff.change("UPDATE staff_member SET addressee_ref = NULL WHERE officer_no = '" + able + "'");
    }

    private List<String> ableToTake(String task) {
        return ok(office.manager.post("/api/tasks/assignees", "{\"ids\":[\"" + task + "\"]}")).findValuesAsText("no");
    }

    @Test
    @DisplayName("さがすと、出た案件と人が、見た記録に残る")
    @Requirement("ACQ-14")
    void a_search_records_which_cases_and_people_were_shown() {
        String head = office.aCouple();
        var journey = office.receive(head);
        ok(office.counter.post("/api/search", "{\"q\":\"" + journey.caseNo + "\",\"kind\":\"case\"}"));
        ok(office.counter.post("/api/search", "{\"q\":\"" + head + "\",\"kind\":\"person\"}"));
        then(office.server.column("SELECT unnest(subjects) FROM audit_event WHERE kind = 'READ' AND action = 'search' AND officer = 'C001'")).contains(journey.caseNo, head);
        then(office.server.column("SELECT convert_from(leaf, 'UTF8') FROM audit_event WHERE action = 'search'")).isNotEmpty().noneMatch(leaf -> leaf.contains(head) || leaf.contains(journey.caseNo));
    }

    @Test
    @DisplayName("案件は、番号の下6けたでも、その人のカナ・生年月日・住所でも見つかる。ほかの係の案件は出ない")
    @Requirement("WORK-01")
    void a_case_is_found_by_its_number_or_its_people() {
        String head = office.aCouple();
        var journey = office.receive(head);
        ok(journey.send(office.counter, "receive-notification", notice(journey, head)));
        String kana = office.server.one("SELECT kana FROM person WHERE addressee_no = '" + head + "'");
        String born = office.server.one("SELECT birth_date FROM person WHERE addressee_no = '" + head + "'");
        for (String text : List.of(journey.caseNo, journey.caseNo.substring(journey.caseNo.length() - 6), head, kana, born)) {
            then(casesFound(text)).as(text).contains(journey.caseNo);
        }
        then(casesFound("zz" + journey.caseNo)).isEmpty();
        then(office.server.column("SELECT unnest(subjects) FROM audit_event WHERE action = 'addressee.search' AND officer = 'C001'")).as("no look at people who were not shown").doesNotContain(head);
        then(casesFound("\\u0000" + journey.caseNo)).as("with a character that no text has").contains(journey.caseNo);
        office.server.staff.person("L001", "levy", new String[0]).grant("L001", "levy-clerk", "levy").terminal("KH-031", "t31");
        var levyClerk = office.server.signedIn("L001", "t31");
        then(casesFound(levyClerk, journey.caseNo)).isEmpty();
        then(casesFound(levyClerk, head)).doesNotContain(journey.caseNo);
    }

    private List<String> casesFound(String text) {
        return casesFound(office.counter, text);
    }

    private static List<String> casesFound(jp.futari.access.Browser who, String text) {
        return StreamSupport.stream(ok(who.post("/api/search", "{\"q\":\"" + text + "\",\"kind\":\"case\"}")).path("results").spliterator(), false)
                .map(hit -> hit.path("caseNo").asText()).toList();
    }

    private static jp.futari.access.Browser.Answer withdrawal(jp.futari.access.Browser who, Journey journey) {
        return who.post("/api/cases/" + journey.caseNo + "/withdrawal", "{\"reason\":\"勤め先の保険が続くことになったため\"}");
    }

    @Test
    @DisplayName("氏名と、空欄のままの項目と、人数は、かならず確認者が紙で見る")
    @Requirement({"ACQ-14", "MANUAL-01", "MANUAL-02"})
    void names_blanks_and_the_number_of_people_are_put_to_the_checker() {
        String head = office.aCouple();
        var journey = office.receive(head);
        ok(journey.send(office.counter, "receive-notification", notice(journey, head)));
        String check = journey.task("receive-notification", "check");
        ok(office.counterToo.post("/api/tasks/claim", "{\"ids\":[\"" + check + "\"]}"));
        String path = "/api/checks/" + check + "/items/";
        var items = StreamSupport.stream(ok(office.counterToo.get("/api/checks/" + check)).path("items").spliterator(), false).toList();
        then(items.stream().flatMap(item -> StreamSupport.stream(item.path("fields").spliterator(), false)).map(field -> field.path("key").asText()))
                .contains("headName", "persons.0.name", "persons.1.name", "blanks-Group_Household", "rows-persons", "blanks-persons").doesNotContain("blanks-Group_Notifier");
        then(office.server.one("SELECT count(*) FROM check_item WHERE key = 'persons.1.personalNumber'")).isEqualTo("0");
        for (var item : items) {
            if (!"item-leftOut".equals(item.path("key").asText())) {
                office.counterToo.post(path + item.path("key").asText() + "/answer", "{\"answer\":\"" + ("compare".equals(item.path("kind").asText()) ? "same" : "unreadable") + "\"}");
            }
        }
        var leftOut = StreamSupport.stream(ok(office.counterToo.get("/api/checks/" + check)).path("items").spliterator(), false).filter(item -> "item-leftOut".equals(item.path("key").asText()))
                .findFirst().orElseThrow();
        var fields = StreamSupport.stream(leftOut.path("fields").spliterator(), false).collect(Collectors.toMap(item -> item.path("key").asText(), item -> item));
        then(leftOut.path("label").asText()).isEqualTo("書かなかったこと");
        then(fields.get("rows-persons").path("label").asText()).isEqualTo("加入する人の行数");
        then(fields.get("rows-persons").path("value").asInt()).isEqualTo(2);
        then(fields.get("blanks-persons").path("value").toString()).contains("個人番号（2人目）", "職業（1人目）").doesNotContain("個人番号（1人目）");
        ok(office.counterToo.post(path + "item-leftOut/answer", "{\"answer\":\"entry-mistake\",\"fields\":[\"blanks-persons\"],\"reason\":\"other\",\"note\":\"届に職業の記入がある\"}"));
        then(office.counterToo.post("/api/checks/" + check + "/complete", "", office.server.version(check)).code()).isEqualTo("casework.check.open-items");
    }

    @Test
    @DisplayName("資格のある人の届は、審査で「ある」とできない")
    @Requirement("NHI-QUA-01")
    void somebody_insured_already_is_found_at_the_review() {
        String head = office.aCouple();
        decided(head, "approve");
        var again = received(head);
        var refused = again.send(office.clerk, "review-notification", review());
        then(refused.status).as(refused.body).isEqualTo(422);
        then(refused.body).contains("eligibility.review.not-eligible");
        then(again.state()).isEqualTo("open");
    }

    @Test
    @DisplayName("係長の決定を、受付や審査をした人は確認できない")
    @Requirement("ACQ-14")
    void the_ruling_stays_apart_from_receipt_and_review() {
        var journey = reviewed(office.aCouple());
        office.server.staff.grant("E001", "manager", null);
        ok(journey.send(office.chief, "decide-enrollment", journey.opened(office.chief, "decide-enrollment").put("decision", "approve")));
        var claim = ok(office.clerk.post("/api/tasks/claim", "{\"ids\":[\"" + journey.task("decide-enrollment", "check") + "\"]}")).path("results").path(0);
        then(claim.path("ok").asBoolean()).isFalse();
        then(claim.path("code").asText()).isEqualTo("casework.step.kept-apart");
    }

    // the way, step by step

    private Journey received(String head) {
        var journey = office.receive(head);
        ObjectNode values = notice(journey, head);
        journey.twoPeople(office.counter, office.counterToo, "receive-notification", values, Map.of("persons.0.personalNumber", aNumber(numbers)));
        return journey.twoPeople(office.counter, office.counterToo, "store-papers", json("{'place':'架空書庫 1番','box':'A-1','sheets':'3','containsNumber':'yes'}"));
    }

    /** A notice for a couple, with the head's number and without the spouse's. */
    private ObjectNode notice(Journey journey, String head) {
        ObjectNode values = journey.opened(office.counter, "receive-notification");
        values.setAll(json("{'notificationKind':'exclusion-ended','reason':'left-employer-insurance','notifier':'head','previousInsurer':'みどり野商工健康保険組合',"
                + "'previousInsurerNumber':'06990014','identityCheck':'my-number-card','documents':['loss-certificate','number-document']}"));
        values.put("eventOn", LOSS.toString()).put("previousLossOn", LOSS.toString());
        ObjectNode applicant = (ObjectNode) values.path("persons").path(0);
        applicant.put("mynaInsurance", "no").put("personalNumber", journey.candidate(office.counter, "persons.0.personalNumber", aNumber(++numbers)));
        values.withArray("persons").add(json("{'name':'試験　花子','kana':'シケン　ハナコ','birthDate':'1982-06-06','sex':'female','relationship':'妻','mynaInsurance':'yes'}")
                .put("addresseeNo", spouse(head)));
        return values;
    }

    private Journey reviewed(String head) {
        return received(head).twoPeople(office.clerk, office.clerkToo, "review-notification", review());
    }

    private static ObjectNode review() {
        return json("{'documentsComplete':'yes','eligible':'yes','retroactive':'no','residentInquiry':'not-made'}").put("acquisitionOn", LOSS.toString());
    }

    private Journey decided(String head, String decision) {
        var journey = reviewed(head);
        ObjectNode values = journey.opened(office.chief, "decide-enrollment").put("decision", decision);
        if ("refuse".equals(decision)) {
            values.remove("validUntil");
            values.put("refusalReason", "架空の理由により、法6条に当たるため。");
        }
        return journey.twoPeople(office.chief, office.manager, "decide-enrollment", values);
    }

    private void handOver(Journey journey, String result) {
        office.print();
        ObjectNode values = json("{'recipient':'counter'}").put("result", result).put("sheetCount", Integer.toString(serials(journey).size()));
        serials(journey).forEach(values.withArray("serials")::add);
        journey.twoPeople(office.counter, office.counterToo, "hand-over", values);
    }

    private List<String> serials(Journey journey) {
        return office.server.column("SELECT serial FROM printed_document WHERE case_id = '" + journey.caseId + "' AND state = 'printed' ORDER BY serial");
    }

    private EligibilityLookup lookup() {
        return office.server.bean(EligibilityLookup.class);
    }

    private static String spouse(String head) {
        return Long.toString(Long.parseLong(head) + 1);
    }

    private void thenEndedAt(Journey journey, String end) {
        then(journey.end()).isEqualTo(end);
        var past = StreamSupport.stream(ok(office.counter.get("/api/cases/" + journey.caseNo + "/flow")).path("past").spliterator(), false).map(node -> node.asText()).toList();
        then(past).contains(end);
        then(past).doesNotContainAnyElementsOf(ENDS.stream().filter(other -> !other.equals(end)).toList());
    }
}
