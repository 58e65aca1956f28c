package jp.futari.demo.e2e;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.Map;
import jp.futari.Requirement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("自分の仕事の確認はできない（本物のブラウザー、screens.md 14 の 1・2）")
@ExtendWith(PlayedOffice.class)
class OwnWorkTest {

    @Test
    @Requirement("NHI-QUA-01")
    @DisplayName("入力した人は、確認を一覧で見つけず、開けず、答えられず、終えられない。画面からも、番地からも、APIからも")
    void the_person_who_entered_cannot_reach_the_check(PlayedOffice office) {
        // given
        try (var first = office.at(office.clerk(0)); var second = office.at(office.clerk(1))) {
            var task = first.receive();
            var caseNo = first.caseOf(task);
            first.enter(task, office.notice());
            var check = first.taskOf(caseNo);
            // when: the list
            first.open("/inbox/check").page().waitForSelector("h1");
            // then
            then(first.get("/api/tasks?view=check&limit=200").text()).doesNotContain(caseNo);
            then(first.get("/api/tasks?view=waiting&limit=200").text()).contains(caseNo);
            // when: the address
            first.open("/checks/" + check).page().waitForSelector("h1:has-text('確認')");
            // then: it says why, and who can
            var words = first.page().locator("main").innerText();
            then(words).contains(second.person().family());
            then(first.page().locator("[data-item]").count()).isZero();
            // when: the API with the person's own session
            then(first.claim(check).json().path("results").path(0).path("code").asText()).isEqualTo("casework.check.own-work");
            var refusals = Map.of("GET", first.get("/api/checks/" + check), "attempt", first.post("/api/checks/" + check + "/items/eventOn/attempts", Map.of("value", "2026-11-01")),
                    "answer", first.post("/api/checks/" + check + "/items/reason/answer", Map.of("answer", "same")), "complete", first.post("/api/checks/" + check + "/complete", Map.of()),
                    "return", first.post("/api/checks/" + check + "/return", Map.of("fields", java.util.List.of())));
            // then
            refusals.forEach((act, answer) -> then(answer).as(act).matches(it -> it.status() == 403 && it.code().equals("casework.check.own-work")));
            then(office.sql("SELECT count(*) FROM futari.audit_event e JOIN futari.case_file f ON f.id = e.case_id WHERE f.case_no = '" + caseNo + "' AND e.kind = 'REFUSAL' AND e.officer = '"
                    + first.person().officerNo() + "'").get(0)).matches(n -> Integer.parseInt(n) >= 4);
            then(second.claim(check).json().path("results").path(0).path("ok").asBoolean()).isTrue();
        }
    }

    @Test
    @DisplayName("代わりの人が入れ直したあとは、はじめの人も代わりの人も確認できない")
    void neither_the_substitute_nor_the_first_may_check(PlayedOffice office) {
        // given: a enters, c returns, b takes the corrected round
        try (var a = office.at(office.clerk(0)); var b = office.at(office.clerk(1)); var c = office.at(office.clerk(2))) {
            var notice = office.notice();
            var task = a.receive();
            var caseNo = a.caseOf(task);
            a.enter(task, notice);
            var check = a.taskOf(caseNo);
            c.claim(check);
            c.get("/api/checks/" + check);
            c.post("/api/checks/" + check + "/items/eventOn/answer", Map.of("answer", "unreadable"));
            then(c.post("/api/checks/" + check + "/return", Map.of("fields", java.util.List.of(Map.of("key", "eventOn", "reason", "unreadable")))).status()).isEqualTo(200);
            var again = a.taskOf(caseNo);
            a.post("/api/tasks/give-back", Map.of("ids", java.util.List.of(again)));
            b.claim(again);
            b.enter(again, notice);
            var secondCheck = b.taskOf(caseNo);
            // then
            for (var desk : java.util.List.of(a, b)) {
                then(desk.claim(secondCheck).json().path("results").path(0).path("ok").asBoolean()).as(desk.person().family()).isFalse();
                then(desk.get("/api/checks/" + secondCheck).status()).isEqualTo(403);
                then(desk.get("/api/tasks?view=check&limit=200").text()).doesNotContain(caseNo);
            }
            // and it is with the one who returned it
            then(c.get("/api/checks/" + secondCheck).status()).isEqualTo(200);
        }
    }
}
