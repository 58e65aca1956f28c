package jp.futari.demo.e2e;

import static org.assertj.core.api.BDDAssertions.then;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("見ないで確かめる（本物のブラウザー、screens.md 14 の 3・4・5）")
@ExtendWith(PlayedOffice.class)
class BlindCheckTest {

    /** A postal code and a day that stand on no paper and in no register: only the checker types them. */
    private static final String CHECKERS_OWN = "9990199";

    @Test
    @DisplayName("打ち直す項目の値は、答えが出るまでブラウザーに届かない")
    void the_value_of_a_blind_item_never_reaches_the_browser_before_its_answer(PlayedOffice office) {
        // given
        try (var first = office.at(office.clerk(0)); var second = office.at(office.clerk(1))) {
            var notice = office.notice();
            var check = entered(first, notice);
            var bodies = bodies(second.page());
            // when
            second.claim(check);
            second.open("/checks/" + check).page().waitForSelector("[data-item=eventOn] [data-attempt] input");
            // then
            then(bodies).isNotEmpty();
            then(String.join("\n", bodies)).doesNotContain("\"" + notice.eventOn() + "\"", notice.postalCode(), Notice.INSURER_NUMBER, notice.number());
            then(second.page().content()).doesNotContain(notice.eventOn().toString(), notice.postalCode(), Notice.INSURER_NUMBER);
            // when: the item is answered
            second.page().keyboard().type(notice.eventTyped());
            second.page().keyboard().press("Enter");
            // then: the next takes the focus, and the first may be shown
            second.page().waitForSelector("[data-item=previousInsurerNumber][aria-current=step]");
            second.page().waitForSelector("[data-item=eventOn]:has-text('一致しました')");
            then(String.join("\n", bodies)).doesNotContain(notice.postalCode(), Notice.INSURER_NUMBER);
        }
    }

    @Test
    @DisplayName("答えのない項目があれば F12 は終えず、その項目へ移る")
    void f12_goes_to_the_open_item(PlayedOffice office) {
        // given: everything answered but one
        try (var first = office.at(office.clerk(0)); var second = office.at(office.clerk(1))) {
            var notice = office.notice();
            var check = entered(first, notice);
            second.claim(check);
            second.open("/checks/" + check).page().waitForSelector("[data-item=eventOn] [data-attempt] input");
            var sent = new CopyOnWriteArrayList<String>();
            second.page().onRequest(request -> sent.add(request.method() + " " + request.url()));
            // when
            second.page().locator("[data-item=postalCode] button").first().click();
            second.page().keyboard().press("F12");
            // then
            second.page().waitForFunction("() => document.activeElement.closest('[data-item]')?.dataset.item === 'eventOn'");
            then(sent).noneMatch(it -> it.endsWith("/complete"));
        }
    }

    @Test
    @DisplayName("差し戻したあとの入力画面に、確認した人の値は一つも来ない")
    void the_checkers_values_never_reach_the_person_who_entered(PlayedOffice office) {
        // given
        try (var first = office.at(office.clerk(0)); var second = office.at(office.clerk(1))) {
            var notice = office.notice();
            var check = entered(first, notice);
            var caseNo = second.caseOf(check);
            second.claim(check);
            second.get("/api/checks/" + check);
            var item = "/api/checks/" + check + "/items/postalCode";
            then(second.post(item + "/attempts", Map.of("value", CHECKERS_OWN)).json().path("result").asText()).isEqualTo("differ");
            then(second.post(item + "/answer", Map.of("answer", "entry-mistake", "reason", "misread-digit")).status()).isEqualTo(200);
            then(second.post("/api/checks/" + check + "/return", Map.of("fields", List.of(Map.of("key", "postalCode", "reason", "misread-digit")))).status()).isEqualTo(200);
            // when
            var bodies = bodies(first.page());
            first.open("/tasks/" + first.taskOf(caseNo)).page().waitForSelector("[data-field=postalCode][data-open]");
            first.open("/cases/" + Desk.encoded(caseNo) + "?tab=history").page().waitForSelector("text=差し戻し");
            // then
            then(String.join("\n", bodies)).contains("misread-digit").doesNotContain(CHECKERS_OWN);
            then(first.page().content()).doesNotContain(CHECKERS_OWN, "999-0199");
        }
    }

    private static String entered(Desk first, Notice notice) {
        var task = first.receive();
        var caseNo = first.caseOf(task);
        first.enter(task, notice);
        return first.taskOf(caseNo);
    }

    /** Every answer of the server that the page gets from now on. */
    private static List<String> bodies(Page page) {
        var bodies = new CopyOnWriteArrayList<String>();
        page.onResponse(response -> {
            if (response.url().contains("/api/") && response.headers().getOrDefault("content-type", "").contains("json")) {
                bodies.add(response.text());
            }
        });
        return bodies;
    }
}
