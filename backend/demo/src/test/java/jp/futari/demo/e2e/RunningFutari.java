package jp.futari.demo.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import jp.futari.demo.Roster;
import jp.futari.demo.TestSurroundings;
import jp.futari.demo.keycloak.DemoRealm;
import jp.futari.demo.keycloak.KeycloakServer;
import jp.futari.demo.launch.Application;
import jp.futari.demo.launch.ApplicationEnvironment;
import jp.futari.demo.launch.BootstrapFile;
import jp.futari.demo.launch.Program;
import jp.futari.demo.launch.RunningOffice;
import jp.futari.demo.postgres.EmbeddedDatabase;
import jp.futari.demo.process.ChildProcess;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole house for browser tests: embedded PostgreSQL, real Keycloak, the product's jar with migrate and bootstrap done, all once for each
 * virtual machine and in temporary folders. {@code @ExtendWith(RunningFutari.class)}, then take a {@link RunningFutari} as a parameter.
 */
public final class RunningFutari implements BeforeAllCallback, ParameterResolver {

    private static House house;

    /** What is started once. */
    private record House(TestSurroundings surroundings, KeycloakServer keycloak, ChildProcess process, List<String> terminalLinks) {
    }

    private String terminal;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent("browsers", key -> (ExtensionContext.Store.CloseableResource) Browsers::close);
        open();
    }

    private static synchronized void open() throws Exception {
        if (house == null) {
            var surroundings = TestSurroundings.get();
            var keycloak = surroundings.keycloak();
            var program = Program.ofJar(Path.of(TestSurroundings.required("futari.app.jar")), surroundings.folder());
            var environment = ApplicationEnvironment.of(surroundings.folder(), surroundings.secrets(), surroundings.database(), surroundings.applicationPort(),
                    surroundings.publicUrl(), keycloak.issuer());
            var application = new Application(program, surroundings.folder(), environment);
            application.migrate(ApplicationEnvironment.owner(surroundings.database()));
            var links = application.bootstrap(BootstrapFile.write(surroundings.folder(), Roster.ofTheDemo()), ApplicationEnvironment.owner(surroundings.database()));
            var process = application.serve();
            surroundings.stopFirst(process);
            application.awaitReady(process, surroundings.publicUrl());
            house = new House(surroundings, keycloak, process, links);
        }
    }

    public String baseUrl() {
        return house.surroundings().publicUrl();
    }

    public KeycloakServer keycloak() {
        return house.keycloak();
    }

    public EmbeddedDatabase database() {
        return house.surroundings().database();
    }

    public List<String> terminalLinks() {
        return house.terminalLinks();
    }

    /** The same view of the house that the demo's first day gets. */
    public RunningOffice office() throws java.io.IOException {
        return new RunningOffice(baseUrl(), keycloak().issuer(), terminalLinks(), Roster.ofTheDemo(), DemoRealm.PASSWORD, house.surroundings().folder());
    }

    /** A browser window as in the office: Japanese, Tokyo, on the first enrolled terminal. */
    public BrowserContext window() {
        if (terminal == null) {
            terminal = enrolTerminal(terminalLinks().get(0));
        }
        return Browsers.shared().newContext(office(new Browser.NewContextOptions()).setStorageState(terminal));
    }

    /** A window on a machine nobody enrolled. */
    public BrowserContext strangeWindow() {
        return Browsers.shared().newContext(office(new Browser.NewContextOptions()));
    }

    /** Opens the one-time link and answers the device cookie, to be used by any number of windows. */
    public String enrolTerminal(String link) {
        try (var context = strangeWindow()) {
            context.newPage().navigate(link);
            return context.storageState();
        }
    }

    /** A page of a window of its own, signed in through Keycloak's own log-in page. Close its context in the end. */
    public Page signedIn(String username) {
        var page = window().newPage();
        page.navigate(baseUrl() + "/login");
        page.locator("#username").fill(username);
        page.locator("#password").fill(DemoRealm.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(baseUrl()));
        return page;
    }

    private static Browser.NewContextOptions office(Browser.NewContextOptions options) {
        return options.setLocale("ja-JP").setTimezoneId("Asia/Tokyo").setViewportSize(1366, 768);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningFutari.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return this;
    }
}
