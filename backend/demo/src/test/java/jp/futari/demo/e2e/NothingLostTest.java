package jp.futari.demo.e2e;

import static org.assertj.core.api.BDDAssertions.then;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("入れたものはなくならない（本物のブラウザー、screens.md 14 の 10・11・12・18）")
@ExtendWith(PlayedOffice.class)
class NothingLostTest {

    /** All that this origin keeps in the browser, as text. */
    private static final String KEPT = """
            async () => {
              const all = [JSON.stringify({...localStorage}), JSON.stringify({...sessionStorage})];
              for (const { name } of await indexedDB.databases()) {
                const db = await new Promise((ok, no) => { const open = indexedDB.open(name); open.onsuccess = () => ok(open.result); open.onerror = () => no(open.error); });
                for (const store of db.objectStoreNames) {
                  const rows = await new Promise((ok) => { const get = db.transaction(store).objectStore(store).getAll(); get.onsuccess = () => ok(get.result); });
                  all.push(JSON.stringify(rows, (k, v) => v instanceof ArrayBuffer ? [...new Uint8Array(v)] : v));
                }
                db.close();
              }
              return all.join('\\n');
            }""";

    @Test
    @DisplayName("通信が切れている間に入れた項目は、つながって読みこみ直すとそのままある。個人番号はブラウザーに残らない")
    void what_is_typed_offline_is_there_after_a_reload(PlayedOffice office) {
        try (var desk = office.at(office.clerk(0))) {
            // given
            var notice = office.notice();
            var task = desk.receive();
            var page = entry(desk, task);
            page.locator("[data-field=previousAddress] input, [data-field=phone] input").last().fill("000-0000-0001");
            page.locator("[data-field='persons.0.personalNumber'] input").fill(notice.number());
            page.locator("[data-field='persons.0.personalNumber'] input").press("Enter");
            // when
            page.context().setOffline(true);
            field(page, "eventOn").fill(notice.eventTyped());
            field(page, "eventOn").press("Enter");
            field(page, "address").fill("架空県みどり野市試し町1番");
            field(page, "address").press("Enter");
            page.waitForSelector("text=この端末に暗号にして残しています");
            then((String) page.evaluate(KEPT)).doesNotContain(notice.number(), "試し町", notice.eventTyped());
            page.context().setOffline(false);
            page.reload();
            page.waitForSelector("[data-field=eventOn] input");
            // then
            page.waitForFunction("() => document.querySelector('[data-field=eventOn] input').value !== ''");
            then(field(page, "eventOn").inputValue()).isEqualTo(notice.eventTyped());
            then(field(page, "address").inputValue()).isEqualTo("架空県みどり野市試し町1番");
            then((String) page.evaluate(KEPT)).doesNotContain(notice.number());
        }
    }

    @Test
    @DisplayName("席を離れて覆われても、名乗り直せば文字とカーソルがもとの所にある。別の人には見えない")
    void the_cover_keeps_text_and_caret(PlayedOffice office) {
        try (var desk = office.at(office.clerk(0))) {
            // given: a half-typed address, the caret in its middle
            desk.page().clock().install();
            var task = desk.receive();
            var page = entry(desk, task);
            var address = field(page, "address");
            address.fill("架空県みどり野市半ば町");
            address.evaluate("input => input.setSelectionRange(4, 4)");
            // when: nobody touches the desk for longer than the office allows
            page.clock().fastForward(301_000);
            page.waitForSelector("#cover-title");
            // then: nothing of the page is left for eyes or assistive technology, nor answers to keys
            then(page.getByText("半ば町").isVisible()).isFalse();
            then(desk.get("/api/tasks?view=mine").status()).isEqualTo(401);
            // when: the same person shows who it is
            var popup = page.waitForPopup(() -> page.keyboard().press("Enter"));
            popup.locator("#password").fill(jp.futari.demo.keycloak.DemoRealm.PASSWORD);
            popup.locator("#kc-login").click();
            page.waitForSelector("#cover-title", new Page.WaitForSelectorOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            // then
            then(address.inputValue()).isEqualTo("架空県みどり野市半ば町");
            page.waitForFunction("() => document.activeElement.closest('[data-field]')?.dataset.field === 'address'");
            then(address.evaluate("input => input.selectionStart")).isEqualTo(4);
            then(desk.get("/api/tasks?view=mine").status()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("二人が同じ仕事を終えようとすると、先の一人だけが通り、あとの人にはちがう項目がならぶ")
    void the_second_to_complete_sees_what_differs(PlayedOffice office) {
        try (var slow = office.at(office.clerk(0)); var quick = office.at(office.clerk(1))) {
            // given: one types; in another window the work went back to the section, and a colleague takes and finishes it
            var notice = office.notice();
            var task = slow.receive();
            slow.put("/api/tasks/" + task + "/draft", Map.of("values", notice.values()));
            var page = entry(slow, task);
            field(page, "phone").fill("000-0000-0002");
            field(page, "phone").press("Enter");
            page.waitForTimeout(1_500);
            slow.post("/api/tasks/give-back", Map.of("ids", List.of(task)));
            quick.claim(task);
            quick.enter(task, notice);
            // when
            page.keyboard().press("F12");
            // then
            page.waitForSelector("#conflict-title");
            then(page.locator("#conflict-title").innerText()).contains(quick.person().family());
            then(page.locator("section[role=alert] tbody").innerText()).contains("電話番号", "000-0000-0099", "000-0000-0002").doesNotContain("生年月日");
            then(office.sql("SELECT s.doer FROM futari.submission s JOIN futari.work_done d ON d.step_id = s.step_id WHERE d.task_id = '" + task + "'")).containsExactly(quick.person().officerNo());
        }
    }

    @Test
    @DisplayName("入力の途中で言葉を切りかえても、値もカーソルもそのまま。訳のない言葉はない")
    void switching_the_language_keeps_everything(PlayedOffice office) {
        try (var desk = office.at(office.clerk(0))) {
            var task = desk.receive();
            var page = entry(desk, task);
            field(page, "address").fill("架空県みどり野市言葉町2番");
            field(page, "phone").fill("000-0000-0003");
            field(page, "phone").press("Enter");
            // when
            page.locator("header button:has-text('English')").click();
            page.waitForSelector("text=Send to check");
            // then
            then(field(page, "address").inputValue()).isEqualTo("架空県みどり野市言葉町2番");
            then(field(page, "phone").inputValue()).isEqualTo("000-0000-0003");
            then(page.locator("body").innerText()).doesNotContainPattern("\\b[a-z]+\\.[a-z][A-Za-z]+(\\.[A-Za-z]+)*\\b");
            then(page.locator("html").getAttribute("lang")).isEqualTo("en");
            page.locator("header button:has-text('日本語')").click();
            page.waitForSelector("text=確認へ回す");
            then(field(page, "phone").inputValue()).isEqualTo("000-0000-0003");
        }
    }

    private static Page entry(Desk desk, String task) {
        var page = desk.open("/tasks/" + task).page();
        page.waitForSelector("[data-field=eventOn] input");
        return page;
    }

    private static com.microsoft.playwright.Locator field(Page page, String key) {
        return page.locator("[data-field='" + key + "'] input");
    }
}
