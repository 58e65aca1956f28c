package jp.futari.demo.e2e;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jp.futari.Requirement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("キーボードだけで受付から決定まで（本物のブラウザー、screens.md 14 の 16）")
@ExtendWith(PlayedOffice.class)
class KeyboardPathTest {

    @Test
    @Requirement({"NHI-QUA-01", "WORK-01"})
    @DisplayName("受付、入力、確認、差し戻し、入れ直し、確認、保管、審査、決定")
    void the_whole_path_without_a_mouse(PlayedOffice office) {
        try (var counter = office.at(office.clerk(0)); var second = office.at(office.clerk(1)); var reviewer = office.at(office.reviewer(0)); var checker = office.at(office.reviewer(1));
             var chief = office.at(office.chief(0)); var other = office.at(office.chief(1))) {
            var notice = office.notice();
            // 受付・入力
            var atCounter = new Typist(counter.open("/inbox"));
            counter.page().waitForSelector("h1");
            atCounter.startReception("紙（窓口）");
            var caseNo = counter.caseOf(counter.page().url().replaceFirst(".*/tasks/([^?]+).*", "$1"));
            atCounter.fill(paper(notice), Set.of("headAddresseeNo", "persons.0.addresseeNo"));
            atCounter.send();
            // 確認: the day is read wrongly, the notice goes back
            var atSecond = new Typist(second.open("/inbox"));
            second.page().waitForSelector("nav a");
            atSecond.openFrom("/inbox/check", caseNo);
            second.page().waitForSelector("[data-item=eventOn] [data-attempt] input");
            atSecond.answerOne("eventOn", key -> Notice.typed(notice.eventOn().minusDays(1)));
            second.page().waitForSelector("[data-item=eventOn] button:has-text('打ち直す')");
            atSecond.pressUntil("Alt+2", "document.activeElement.closest('[role=group]')?.getAttribute('aria-label') === 'どんなまちがいですか'");
            atSecond.press("Enter");
            second.page().waitForSelector("[data-item=eventOn]:has-text('差し戻')");
            atSecond.pressUntil("Alt+r", "document.querySelector('dialog select') !== null");
            atSecond.send();
            then(office.sql("SELECT returned FROM futari.work_item WHERE task_id = '" + counter.taskOf(caseNo) + "'")).containsExactly("t");
            // 入れ直し: the same value, read again
            counter.open("/inbox").page().waitForSelector("nav a");
            atCounter.openFrom("/inbox/returned", caseNo);
            counter.page().waitForFunction("() => document.activeElement.closest('[data-field]')?.dataset.field === 'eventOn'");
            atCounter.type(notice.eventTyped());
            atCounter.press("Enter");
            atCounter.send();
            // 確認
            second.open("/inbox").page().waitForSelector("nav a");
            atSecond.openFrom("/inbox/check", caseNo);
            atSecond.answerAll(key -> typed(notice, key));
            atSecond.send();
            // 保管
            step(atCounter, atSecond, caseNo, Map.of("place", "書庫1", "box", "資-1", "sheets", "3", "containsNumber", "1"), key -> "3");
            // 審査
            step(new Typist(reviewer), new Typist(checker), caseNo, Map.of("documentsComplete", "1", "eligible", "1"), key -> notice.eventTyped());
            // 決定
            step(new Typist(chief), new Typist(other), caseNo, Map.of("decision", "1"), key -> "");
            // then
            then(office.sql("SELECT a.doer || ' ' || a.checker FROM futari.approval a JOIN futari.case_file f ON f.id = a.case_id WHERE f.case_no = '" + caseNo + "' AND a.step_key = 'decide-enrollment'"))
                    .containsExactly(chief.person().officerNo() + " " + other.person().officerNo());
            then(office.sql("SELECT p.addressee_no FROM futari.enrollment p WHERE p.addressee_no = '" + notice.addresseeNo() + "'")).hasSize(1);
        }
    }

    private static void step(Typist doer, Typist checker, String caseNo, Map<String, String> typed, java.util.function.Function<String, String> blind) {
        doer.desk().open("/inbox").page().waitForSelector("nav a");
        doer.openFrom("/inbox/team", caseNo);
        doer.fill(typed, Set.of());
        doer.send();
        checker.desk().open("/inbox").page().waitForSelector("nav a");
        checker.openFrom("/inbox/check", caseNo);
        checker.answerAll(blind);
        checker.send();
    }

    private static Map<String, String> paper(Notice notice) {
        var typed = new HashMap<>(Map.of("notificationKind", "3", "notifiedOn", Notice.typed(notice.eventOn().plusDays(3)), "eventOn", notice.eventTyped(), "reason", "01",
                "previousInsurer", "みどり野商工健康保険組合", "previousInsurerNumber", Notice.INSURER_NUMBER, "previousLossOn", notice.eventTyped(), "notifier", "1", "identityCheck", "1"));
        typed.putAll(Map.of("documents", Typist.BOXES + "1,9", "headAddresseeNo", notice.addresseeNo(), "phone", "000-0000-0099", "persons.0.addresseeNo", notice.addresseeNo(), "persons.0.relationship", "世帯主",
                "persons.0.occupation", "なし", "persons.0.personalNumber", notice.number(), "persons.0.mynaInsurance", "2"));
        typed.putAll(Map.of("postalCode", notice.postalCode(), "address", notice.values().get("address").toString()));
        return typed;
    }

    private static String typed(Notice notice, String key) {
        return switch (key) {
            case "eventOn", "previousLossOn" -> notice.eventTyped();
            case "persons.0.personalNumber" -> notice.number();
            default -> notice.blind(key);
        };
    }
}
