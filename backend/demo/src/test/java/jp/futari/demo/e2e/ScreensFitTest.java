package jp.futari.demo.e2e;

import static org.assertj.core.api.BDDAssertions.then;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.futari.demo.TestSurroundings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("画面はどれも収まり、だれにでも使える（本物のブラウザーと axe、screens.md 14 の 20）")
@ExtendWith(PlayedOffice.class)
class ScreensFitTest {

    /** Each control can be brought into view and is then not covered by another. */
    private static final String UNREACHABLE = """
            () => [...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')]
              .filter((e) => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !e.closest('[inert], .vh, .djs-container') && !e.matches('.vh, [type=file]'))
              .filter((e) => {
                e.scrollIntoView({ block: 'center', inline: 'center' });
                let r = e.getBoundingClientRect();
                if (r.width < 2 || r.height < 2) return false;
                if (r.bottom < 0) { e.focus(); r = e.getBoundingClientRect(); }   // 「本文へ」 comes when it has the focus
                const narrow = r.width <= innerWidth;
                const [x, y] = [Math.max(r.x, 0) + Math.min(r.width, 12) / 2, r.y + r.height / 2];
                if (narrow && (r.left < -1 || r.right > innerWidth + 1)) return true;
                const hit = document.elementFromPoint(x, y);
                return !hit || !(e.contains(hit) || hit.contains(e) || e.labels && [...e.labels].some((l) => l.contains(hit)));
              })
              .map((e) => e.tagName + ' ' + (e.innerText || e.getAttribute('aria-label') || e.name || e.id).slice(0, 40))""";
    /** Words that the layout cuts without saying so with an ellipsis. */
    private static final String CUT_OFF = """
            () => [...document.querySelectorAll('h1, h2, h3, button, a, label, th, dt, dd, p')]
              .filter((e) => e.checkVisibility() && !e.closest('.vh, .djs-container') && !e.matches('.vh'))
              .filter((e) => { const s = getComputedStyle(e); return s.overflowX !== 'visible' && s.textOverflow !== 'ellipsis' && e.scrollWidth > e.clientWidth + 2; })
              .map((e) => e.tagName + ' ' + e.innerText.slice(0, 40))""";

    @Test
    @DisplayName("1366×768 でも、200％に大きくしても、切れたり届かなかったりするものがなく、axe の重い指摘もない")
    void nothing_is_cut_off_or_unreachable(PlayedOffice office) throws IOException {
        var axe = Files.readString(TestSurroundings.ROOT.resolve("frontend/node_modules/axe-core/axe.min.js"));
        try (var clerk = office.at(office.clerk(0)); var second = office.at(office.clerk(1)); var admin = office.at(office.holding("administrator", "administration").get(0))) {
            var notice = office.notice();
            var task = clerk.receive();
            var caseNo = clerk.caseOf(task);
            clerk.enter(task, notice);
            var check = clerk.taskOf(caseNo);
            second.claim(check);
            var open = clerk.receive();
            var found = Stream.concat(
                    Stream.of("/inbox", "/inbox/waiting", "/inbox/team", "/cases/new", "/tasks/" + open, "/search", "/people/" + notice.addresseeNo(), "/cases/" + Desk.encoded(caseNo),
                            "/cases/" + Desk.encoded(caseNo) + "?tab=flow", "/cases/" + Desk.encoded(caseNo) + "?tab=readers").flatMap(path -> faults(clerk, path, axe)),
                    Stream.concat(faults(second, "/checks/" + check, axe), Stream.of("/admin/staff", "/admin/terminals").flatMap(path -> faults(admin, path, axe)))).toList();
            then(found).isEmpty();
        }
    }

    private static Stream<String> faults(Desk desk, String path, String axe) {
        return Stream.of(new int[] {1366, 768}, new int[] {683, 384}).flatMap(size -> {
            desk.page().setViewportSize(size[0], size[1]);
            var page = desk.open(path).page();
            page.waitForSelector("main h1, main h2");
            page.waitForTimeout(900);
            var where = path + " at " + size[0] + "×" + size[1] + ": ";
            var faults = Stream.concat(words(page, UNREACHABLE).map(it -> where + "unreachable " + it), words(page, CUT_OFF).map(it -> where + "cut off " + it));
            page.evaluate(axe);
            return Stream.concat(faults.toList().stream(), serious(page).map(it -> where + it).toList().stream());
        });
    }

    @SuppressWarnings("unchecked")
    private static Stream<String> words(Page page, String script) {
        return ((List<String>) page.evaluate(script)).stream();
    }

    @SuppressWarnings("unchecked")
    private static Stream<String> serious(Page page) {
        var found = (List<Map<String, Object>>) page.evaluate("""
                async () => (await axe.run(document, { exclude: [['.djs-container']] })).violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')
                  .map((v) => ({ id: v.id, where: v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(', ') }))""");
        return found.stream().map(it -> "axe " + it.get("id") + " " + it.get("where"));
    }
}
