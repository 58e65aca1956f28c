package jp.futari.eligibility.process;

import static jp.futari.eligibility.process.EnrollmentOffice.aNumber;
import static jp.futari.eligibility.process.EnrollmentOffice.json;
import static jp.futari.eligibility.process.EnrollmentOffice.ok;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jp.futari.Requirement;
import jp.futari.access.Browser;
import jp.futari.eligibility.process.EnrollmentOffice.Journey;
import jp.futari.shared.BusinessClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 1つの枠を1度に見くらべる: how many items a notice asks, and that one answer for several fields is no way round the check of each. */
@Requirement({"ACQ-14", "MANUAL-01", "MANUAL-02"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparedTogetherTest {

    private static final LocalDate LOSS = LocalDate.now(BusinessClock.ZONE).minusDays(7);
    private static final String PHONE = "00012345678";

    private EnrollmentOffice office;
    private Journey journey;
    private int numbers = 700;

    @BeforeAll
    void open() {
        office = new EnrollmentOffice();
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    @DisplayName("聞く項目は、1人の届で10まで、3人の届で16まで")
    void a_notice_asks_ten_items_and_of_three_people_no_more_than_sixteen() {
        then(items(inCheck(1))).as("one person").hasSizeLessThanOrEqualTo(10);
        then(items(inCheck(3))).as("three people").hasSizeLessThanOrEqualTo(16);
    }

    @Test
    @DisplayName("まとまりの値も、前の項目に答えるまで届かない。欄の名だけが届く")
    void values_of_a_group_do_not_leave_the_server_before_its_turn() {
        String check = inCheck(1);
        then(ok(office.counterToo.get("/api/checks/" + check)).path("items").toString()).doesNotContain("みどり野商工", PHONE, "試験　太郎").contains("電話番号");
        then(isSent(check, "item-notifier", "identityCheck")).isFalse();
        answerBlind(check);
        then(page(check)).contains("みどり野商工").doesNotContain(PHONE);
        then(answer(check, "item-frame", "{'answer':'same'}").code()).isEqualTo("casework.check.answer-not-possible-now");
        var next = answer(check, "item-reason", "{'answer':'same'}");
        then(ok(next).path("next").path("key").asText()).isEqualTo("item-frame");
        then(next.body).contains(PHONE);
        then(isSent(check, "item-frame", "phone")).isTrue();
        then(isSent(check, "item-notifier", "identityCheck")).isFalse();
    }

    @Test
    @DisplayName("いつ見せたかは、その項目が開いたときの時刻になる")
    void shown_at_is_the_moment_the_item_opened() {
        String check = inCheck(1);
        then(shown()).contains("eventOn", "postalCode").doesNotContain("reason", "phone");
        answerBlind(check);
        then(shown()).contains("reason", "previousInsurer").doesNotContain("phone");
        ok(answer(check, "item-reason", "{'answer':'same'}"));
        then(shown()).contains("phone", "headName").doesNotContain("identityCheck");
    }

    @Test
    @DisplayName("同僚が見た項目は、引き継いだ人が開いたときに見せたことになる")
    void what_a_colleague_saw_is_shown_anew_to_who_takes_over() {
        String check = inCheck(1);
        answerBlind(check);
        ok(answer(check, "item-reason", "{'answer':'same'}"));
        ok(answer(check, "item-frame", "{'answer':'same'}"));
        ok(office.counterToo.post("/api/tasks/give-back", "{\"ids\":[\"" + check + "\"]}"));
        String handedOver = office.server.one("SELECT clock_timestamp()");
        ok(office.clerk.post("/api/tasks/claim", "{\"ids\":[\"" + check + "\"]}"));
        ok(office.clerk.get("/api/checks/" + check));
        then(shown()).contains("eventOn", "postalCode").doesNotContain("reason", "phone");
        then(office.server.column("SELECT DISTINCT shown_at > '" + handedOver + "' FROM check_item i JOIN step t ON t.id = i.step_id WHERE t.case_id = '" + journey.caseId
                + "' AND i.key IN ('eventOn', 'postalCode')")).containsExactly("t");
    }

    @Test
    @DisplayName("まとまりの答えは、まとまりの欄だけを名ざしできる。「同じ」は名ざしをせず、ほかの答えはかならず名ざす")
    void an_answer_names_fields_of_its_own_item() {
        String check = inCheck(1);
        answerBlind(check);
        then(answer(check, "item-reason", "{'answer':'entry-mistake','fields':['phone'],'reason':'mistyped'}").code()).isEqualTo("casework.check.field-not-of-item");
        then(answer(check, "item-reason", "{'answer':'entry-mistake','fields':['reason','eventOn'],'reason':'mistyped'}").code()).isEqualTo("casework.check.field-not-of-item");
        then(answer(check, "item-reason", "{'answer':'unreadable'}").code()).isEqualTo("casework.check.which-field");
        then(answer(check, "item-reason", "{'answer':'entry-mistake','fields':[],'reason':'mistyped'}").code()).isEqualTo("casework.check.which-field");
        then(answer(check, "item-reason", "{'answer':'same','fields':['reason']}").code()).isEqualTo("casework.check.same-names-no-field");
        then(answer(check, "reason", "{'answer':'same'}").code()).as("a field of a group alone").isEqualTo("casework.check.no-such-item");
        then(office.counterToo.post("/api/checks/" + check + "/items/item-reason/attempts", "{\"value\":\"x\"}").code()).isEqualTo("casework.check.no-such-item");
        then(state("reason")).isEqualTo("closed");
        then(answer(check, "eventOn", "{'answer':'same'}").status).as("a blind item by a look").isEqualTo(422);
    }

    @Test
    @DisplayName("記録は欄ごとに残る。名ざした欄だけが差し戻され、直したあとは、変わった欄だけを聞く")
    void the_record_stays_one_row_per_field_and_only_what_changed_is_asked_again() {
        String check = inCheck(1);
        answerBlind(check);
        ok(answer(check, "item-reason", "{'answer':'entry-mistake','fields':['previousInsurer'],'reason':'misread-character'}"));
        then(state("previousInsurer") + state("reason") + state("documents")).isEqualTo("entry-mistakesamesame");
        then(column("reason", "previousInsurer")).isEqualTo("misread-character");
        then(column("reason", "documents")).isNull();
        answerOthers(check);
        then(office.counterToo.post("/api/checks/" + check + "/return", "{\"fields\":[{\"key\":\"phone\",\"reason\":\"mistyped\"}]}", office.server.version(check)).code())
                .isEqualTo("casework.return.difference-missing");
        then(office.counterToo.post("/api/checks/" + check + "/return", "{\"fields\":[{\"key\":\"item-reason\",\"reason\":\"mistyped\"}]}", office.server.version(check)).code())
                .isEqualTo("casework.return.reason-unknown");
        ok(office.counterToo.post("/api/checks/" + check + "/return", "{\"fields\":[{\"key\":\"previousInsurer\",\"reason\":\"misread-character\"}]}", office.server.version(check)));
        ObjectNode values = journey.opened(office.counter, "receive-notification");
        ok(journey.send(office.counter, "receive-notification", values.put("previousInsurer", "みどり野工業健康保険組合")));
        String again = journey.task("receive-notification", "check");
        ok(office.counterToo.post("/api/tasks/claim", "{\"ids\":[\"" + again + "\"]}"));
        answerBlind(again);
        JsonNode group = item(again, "item-reason");
        then(group.path("state").asText()).isEqualTo("open");
        then(field(group, "previousInsurer").path("changed").asBoolean()).isTrue();
        then(field(group, "reason").path("changed").asBoolean()).isFalse();
        then(field(group, "reason").path("state").asText()).isEqualTo("same");
        then(items(again).stream().filter(item -> "open".equals(item.path("state").asText()) || "closed".equals(item.path("state").asText()))).hasSize(1);
        ok(answer(again, "item-reason", "{'answer':'same'}"));
        then(item(again, "item-frame").path("state").asText()).as("all of it carried over").isEqualTo("same");
        ok(answer(again, "item-frame", "{'answer':'same'}"));
        then(ok(office.counterToo.post("/api/checks/" + again + "/complete", "", office.server.version(again))).path("approval").asText()).isNotBlank();
        then(office.server.one("SELECT verification -> 'previousInsurer' ->> 'item' FROM approval WHERE case_id = '" + journey.caseId + "'")).isEqualTo("item-reason");
    }

    @Test
    @DisplayName("打ち直す項目をまとまりの中に置くことは、データベースも断る")
    void the_database_keeps_a_blind_field_out_of_a_group() {
        inCheck(1);
        thenThrownBy(() -> office.server.staff.change("UPDATE check_item SET item = 'item-reason' WHERE key = 'eventOn'")).hasStackTraceContaining("check_item_blind_alone");
    }

    // the way there

    /** A notice of so many people has been entered and is in the second person's hands. */
    private String inCheck(int people) {
        String head = office.aFamily();
        journey = office.receive(head);
        ObjectNode values = journey.opened(office.counter, "receive-notification");
        values.setAll(json("{'notificationKind':'exclusion-ended','reason':'left-employer-insurance','notifier':'head','previousInsurer':'みどり野商工健康保険組合',"
                + "'previousInsurerNumber':'06990014','identityCheck':'my-number-card','documents':['loss-certificate','number-document']}"));
        values.put("eventOn", LOSS.toString()).put("previousLossOn", LOSS.toString()).put("phone", PHONE);
        person(values, 0, head, "{'name':'試験　太郎','kana':'シケン　タロウ','birthDate':'1980-05-05','sex':'male','relationship':'世帯主'}");
        if (people == 3) {
            person(values, 1, head, "{'name':'試験　花子','kana':'シケン　ハナコ','birthDate':'1982-06-06','sex':'female','relationship':'妻'}");
            person(values, 2, head, "{'name':'試験　三郎','kana':'シケン　サブロウ','birthDate':'2012-07-07','sex':'male','relationship':'子'}");
        }
        ok(journey.send(office.counter, "receive-notification", values));
        String check = journey.task("receive-notification", "check");
        ok(office.counterToo.post("/api/tasks/claim", "{\"ids\":[\"" + check + "\"]}"));
        ok(office.counterToo.get("/api/checks/" + check));
        return check;
    }

    private void person(ObjectNode values, int row, String head, String facts) {
        ObjectNode person = json(facts).put("addresseeNo", "%010d".formatted(Long.parseLong(head) + row)).put("occupation", "なし").put("mynaInsurance", "no");
        person.put("personalNumber", journey.candidate(office.counter, "persons." + row + ".personalNumber", aNumber(++numbers)));
        var rows = values.withArray("persons");
        if (rows.size() > row) {
            rows.set(row, person);
        } else {
            rows.add(person);
        }
    }

    private void answerBlind(String check) {
        for (JsonNode item : items(check)) {
            if ("reenter".equals(item.path("kind").asText())) {
                String key = item.path("key").asText();
                String typed = key.endsWith("personalNumber") ? aNumber(numbers) : office.server.one("SELECT (content::jsonb -> 'values') ->> '" + key
                        + "' FROM submission s JOIN step t ON t.id = s.step_id WHERE t.case_id = '" + journey.caseId + "' ORDER BY s.round DESC LIMIT 1");
                ok(office.counterToo.post("/api/checks/" + check + "/items/" + key + "/attempts", "{\"value\":\"" + typed + "\"}"));
            }
        }
    }

    private void answerOthers(String check) {
        items(check).stream().filter(item -> item.path("state").asText().matches("open|closed"))
                .forEach(item -> ok(answer(check, item.path("key").asText(), "{'answer':'same'}")));
    }

    private Browser.Answer answer(String check, String key, String body) {
        return office.counterToo.post("/api/checks/" + check + "/items/" + key + "/answer", body.replace('\'', '"'));
    }

    private List<JsonNode> items(String check) {
        return StreamSupport.stream(ok(office.counterToo.get("/api/checks/" + check)).path("items").spliterator(), false).toList();
    }

    private String page(String check) {
        return items(check).toString();
    }

    private JsonNode item(String check, String key) {
        return items(check).stream().filter(item -> key.equals(item.path("key").asText())).findFirst().orElseThrow();
    }

    private static JsonNode field(JsonNode item, String key) {
        return StreamSupport.stream(item.path("fields").spliterator(), false).filter(field -> key.equals(field.path("key").asText())).findFirst().orElseThrow();
    }

    private boolean isSent(String check, String item, String field) {
        return field(item(check, item), field).has("value");
    }

    private String state(String key) {
        return column("state", key);
    }

    private String column(String column, String key) {
        return office.server.one("SELECT i." + column + " FROM check_item i JOIN step t ON t.id = i.step_id WHERE t.case_id = '" + journey.caseId + "' AND i.round = 1 AND key = '" + key + "'");
    }

    private List<String> shown() {
        return office.server.column("SELECT key FROM check_item i JOIN step t ON t.id = i.step_id WHERE t.case_id = '" + journey.caseId + "' AND shown_at IS NOT NULL").stream()
                .collect(Collectors.toList());
    }
}
