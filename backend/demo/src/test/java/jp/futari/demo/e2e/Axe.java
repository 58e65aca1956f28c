package jp.futari.demo.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.futari.demo.TestSurroundings;

/** 読みやすさの検査: axe in the real browser, where colours are real too. */
final class Axe {

    private static final Path SCRIPT = TestSurroundings.ROOT.resolve("frontend/node_modules/axe-core/axe.min.js");
    private static final String SERIOUS = """
            async () => (await axe.run()).violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | '))""";

    private Axe() {
    }

    /** @return the serious and critical findings on the page as it is */
    @SuppressWarnings("unchecked")
    static List<String> seriousFindings(Page page) {
        page.evaluate(script());
        return (List<String>) page.evaluate(SERIOUS);
    }

    private static String script() {
        try {
            return Files.readString(SCRIPT);
        } catch (IOException e) {
            throw new AssertionError("axe は画面の部品とともに入ります。先に frontend を組み立ててください。 axe comes with the screens' packages: build frontend first.", e);
        }
    }
}
