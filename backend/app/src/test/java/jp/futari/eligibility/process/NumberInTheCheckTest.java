package jp.futari.eligibility.process;

import static jp.futari.eligibility.process.EnrollmentOffice.aNumber;
import static jp.futari.eligibility.process.EnrollmentOffice.json;
import static jp.futari.eligibility.process.EnrollmentOffice.ok;
import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import jp.futari.Requirement;
import jp.futari.access.Browser;
import jp.futari.eligibility.process.EnrollmentOffice.Journey;
import jp.futari.shared.BusinessClock;
import jp.futari.support.CanaryHunt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 確認の中の個人番号: sealed only to be compared, and shown once, only to somebody who has just been identified again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Requirement("ACQ-19")
class NumberInTheCheckTest {

    private static final String FIELD = "persons.0.personalNumber";
    private static final LocalDate LOSS = LocalDate.now(BusinessClock.ZONE).minusDays(7);

    private EnrollmentOffice office;
    private int seed = 100;

    @BeforeAll
    void open() {
        office = new EnrollmentOffice();
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    @DisplayName("本人をもう一度確かめてからでないと、番号は出ない。断ったときに番号はどこにも残らない")
    void a_reveal_wants_a_fresh_identification() throws Exception {
        String number = aNumber(++seed);
        try (var hunt = CanaryHunt.of(number).listen()) {
            String check = inCheck(number);
            ok(attempt(check, aNumber(++seed)));
            identified(61);
            var refused = reveal(check);
            then(refused.status).as(refused.body).isEqualTo(401);
            then(refused.code()).isEqualTo("access.reauthentication-required");
            then(hunt.in("answer", refused.body)).isEmpty();
            then(hunt.inLog()).isEmpty();
            then(hunt.inDatabase(office.server.database.url())).isEmpty();
            then(office.server.one("SELECT count(*) FROM vault.reveal")).isEqualTo("0");
            then(office.server.column("SELECT what ->> 'code' FROM audit_event WHERE kind = 'REFUSAL' AND action = 'mynumber.reveal'")).containsExactly("access.reauthentication-required");
            identified(0);
            then(ok(reveal(check)).path("groups")).hasSize(3);
            then(reveal(check).code()).isEqualTo("mynumber.reveal.used");
        }
    }

    @Test
    @DisplayName("ブラウザーは封じた番号で照合する。打った番号は、確認の答えにも提出にも出ない")
    void the_browser_compares_by_the_sealed_candidate() {
        String number = aNumber(++seed);
        String check = inCheck(number);
        String typed = ok(seal(check, FIELD, number)).path("candidate").asText();
        var matched = attempt(check, typed);
        then(ok(matched).path("result").asText()).isEqualTo("match");
        then(matched.body).doesNotContain(number);
        then(attempt(check, typed).code()).isEqualTo("casework.check.no-attempt-now");
    }

    @Test
    @DisplayName("ほかの欄や別の案件で封じた番号では照合できない")
    void a_candidate_of_another_case_is_not_comparable() {
        String one = inCheck(aNumber(++seed));
        String other = inCheck(aNumber(++seed));
        String elsewhere = ok(seal(one, FIELD, aNumber(seed))).path("candidate").asText();
        then(attempt(other, elsewhere).code()).isEqualTo("mynumber.match.not-comparable");
    }

    @Test
    @DisplayName("確認の中では、いま照合する欄のほかに番号を入れられない")
    void in_a_check_a_number_is_sealed_for_the_compare_alone() {
        String number = aNumber(++seed);
        String check = inCheck(number);
        then(seal(check, "persons.1.personalNumber", number).code()).isEqualTo("mynumber.candidate.not-asked-now");
        then(seal(check, "persons.7.personalNumber", number).code()).isEqualTo("mynumber.candidate.not-asked-now");
        ok(attempt(check, number));
        then(seal(check, FIELD, number).code()).isEqualTo("mynumber.candidate.not-asked-now");
    }

    /** A notice with this number has been entered and is in the second person's hands. @return the check */
    private String inCheck(String number) {
        String head = office.aCouple();
        Journey journey = office.receive(head);
        ObjectNode values = journey.opened(office.counter, "receive-notification");
        values.setAll(json("{'notificationKind':'exclusion-ended','reason':'left-employer-insurance','notifier':'head','previousInsurer':'みどり野商工健康保険組合',"
                + "'previousInsurerNumber':'06990014','identityCheck':'my-number-card','documents':['loss-certificate','number-document']}"));
        values.put("eventOn", LOSS.toString()).put("previousLossOn", LOSS.toString());
        ((ObjectNode) values.path("persons").path(0)).put("mynaInsurance", "no").put("personalNumber", journey.candidate(office.counter, FIELD, number));
        ok(journey.send(office.counter, "receive-notification", values));
        String check = journey.task("receive-notification", "check");
        ok(office.counterToo.post("/api/tasks/claim", "{\"ids\":[\"" + check + "\"]}"));
        ok(office.counterToo.get("/api/checks/" + check));
        return check;
    }

    private Browser.Answer attempt(String check, String value) {
        return office.counterToo.post("/api/checks/" + check + "/items/" + FIELD + "/attempts", "{\"value\":\"" + value + "\"}");
    }

    private Browser.Answer seal(String task, String field, String number) {
        return office.counterToo.post("/api/mynumber/candidates", "{\"taskId\":\"" + task + "\",\"field\":\"" + field + "\",\"number\":\"" + number + "\"}");
    }

    private Browser.Answer reveal(String check) {
        return office.counterToo.post("/api/mynumber/reveals", "{\"taskId\":\"" + check + "\",\"field\":\"" + FIELD + "\",\"purpose\":\"settle-mismatch\"}");
    }

    private void identified(int secondsAgo) {
        office.server.staff.change("UPDATE staff_session SET reauthenticated_at = clock_timestamp() - make_interval(secs => " + secondsAgo + ") WHERE officer_no = 'C002'");
    }
}
