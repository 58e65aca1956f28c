package jp.futari.demo.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The real browser of the test run: Debian's Chromium, never a download. */
final class Browsers {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage");

    private static Playwright playwright;
    private static Browser browser;

    private Browsers() {
    }

    /** Playwright belongs to one thread: the test's. */
    static synchronized Browser shared() {
        if (browser == null) {
            playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(FLAGS).setHeadless(true));
        }
        return browser;
    }

    static synchronized void close() {
        if (playwright != null) {
            playwright.close();
            playwright = null;
            browser = null;
        }
    }

    private static Path executable() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).flatMap(Browsers::inFolder).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new AssertionError("ブラウザーの試験には chromium が要ります（apt-get install chromium fonts-noto-cjk）。"
                        + " The browser tests need chromium: apt-get install chromium fonts-noto-cjk."));
    }

    private static Stream<Path> inFolder(String folder) {
        return NAMES.stream().map(name -> Path.of(folder, name));
    }
}
