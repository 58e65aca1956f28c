package jp.futari.demo.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.futari.demo.Roster;
import jp.futari.demo.Secrets;
import jp.futari.demo.StaffEntry;
import jp.futari.demo.city.City;
import jp.futari.demo.city.CityHousehold;
import jp.futari.demo.city.CityPlan;
import jp.futari.demo.keycloak.DemoRealm;
import jp.futari.demo.play.QuietDay;
import jp.futari.shared.BusinessClock;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * 開庁した役所: {@link RunningFutari} with staff, terminals and residents, once for each virtual machine. While a test is being written it can lean on a
 * demo that runs already: {@code -Dfutari.e2e.attach=} the demo's {@code .futari} folder, {@code -Dfutari.e2e.url=} its address.
 */
public final class PlayedOffice implements BeforeAllCallback, ParameterResolver {

    private static final int CLERKS = 4;
    /** Milliseconds: the machine of a build is busy. */
    private static final int PATIENCE = 60_000;
    private static final String DEVICE = "__Host-futari-terminal";
    private static PlayedOffice open;

    private String baseUrl;
    private Path home;
    private String databaseUrl;
    private String terminal;
    private List<StaffEntry> staff;
    private List<CityHousehold> singles;
    private int nextResident;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent("browsers", key -> (ExtensionContext.Store.CloseableResource) Browsers::close);
        if (open == null) {
            var attached = System.getProperty("futari.e2e.attach");
            if (attached != null) {
                lean(Path.of(attached));
            } else {
                play(context);
            }
            singles = new City(CityPlan.usual(LocalDate.now(BusinessClock.ZONE))).households().filter(PlayedOffice::isUsual).toList();
            open = this;
        }
    }

    /** One adult who lives here, no foreigner, unprotected: the plainest notice there is. */
    private static boolean isUsual(CityHousehold household) {
        var head = household.head();
        return household.isHere() && household.members().size() == 1 && !head.isForeigner() && !head.protectedPerson() && head.alias() == null && head.until() == null
                && head.birthDate().isAfter(LocalDate.of(1960, 1, 1)) && head.name().codePoints().allMatch(c -> c < 0x9FFF);
    }

    private void play(ExtensionContext context) throws Exception {
        var running = new RunningFutari();
        running.beforeAll(context);
        baseUrl = running.baseUrl();
        home = running.office().home();
        databaseUrl = running.database().futariUrl();
        staff = Roster.ofTheDemo().staff();
        var link = QuietDay.play(running.office(), officers());
        terminal = deviceAlone(running.enrolTerminal(link));
    }

    private void lean(Path folder) throws IOException {
        baseUrl = System.getProperty("futari.e2e.url", "http://localhost:8080");
        home = folder;
        var port = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(3);
        databaseUrl = "jdbc:postgresql://127.0.0.1:" + port + "/futari?currentSchema=futari,engine";
        staff = Roster.ofTheDemo().staff();
        var kept = Path.of(System.getProperty("java.io.tmpdir"), "futari-e2e-terminal-" + Files.getLastModifiedTime(folder.resolve("newcomer-link.txt")).toMillis() + ".json");
        if (!Files.exists(kept)) {
            try (var context = strangeWindow()) {
                context.newPage().navigate(Files.readString(folder.resolve("newcomer-link.txt")).strip());
                Files.writeString(kept, deviceAlone(context.storageState()));
            }
        }
        terminal = Files.readString(kept);
    }

    /** What makes the browser a terminal, without the log-in that was begun in the same window. */
    private static String deviceAlone(String state) throws IOException {
        var json = new ObjectMapper();
        var kept = json.createObjectNode();
        var cookies = kept.putArray("cookies");
        json.readTree(state).path("cookies").forEach(cookie -> {
            if (cookie.path("name").asText().equals(DEVICE)) {
                cookies.add(cookie);
            }
        });
        kept.putArray("origins");
        return json.writeValueAsString(kept);
    }

    private Set<String> officers() {
        var chosen = new TreeSet<String>();
        Stream.of(holding("counter-clerk", "counter"), holding("eligibility-clerk", "eligibility"), holding("section-chief", "eligibility"), holding("manager", "eligibility"),
                holding("manager", "counter"), holding("administrator", "administration"), holding("compliance-reviewer", "compliance"))
                .flatMap(some -> some.stream().limit(CLERKS)).map(StaffEntry::officerNo).forEach(chosen::add);
        return chosen;
    }

    /** Members of the section with this right, in the roster's order: the first four work today. */
    public List<StaffEntry> holding(String role, String section) {
        return staff.stream().filter(entry -> entry.roles().contains(role) && entry.section().equals(section)).toList();
    }

    public StaffEntry clerk(int nth) {
        return holding("counter-clerk", "counter").get(nth);
    }

    public StaffEntry reviewer(int nth) {
        return holding("eligibility-clerk", "eligibility").get(nth);
    }

    public StaffEntry chief(int nth) {
        return holding("section-chief", "eligibility").get(nth);
    }

    public String baseUrl() {
        return baseUrl;
    }

    public Path home() {
        return home;
    }

    /** Each call another resident: cases do not meet. */
    public Notice notice() {
        return Notice.of(singles.get(singles.size() - 1 - nextResident++ - cases()));
    }

    private int cases() {
        return System.getProperty("futari.e2e.attach") == null ? 0 : Integer.parseInt(sql("SELECT count(*) FROM futari.case_file WHERE kind = 'enrollment'").get(0));
    }

    /** A desk of the person's own: a window on the office's terminal, signed in through Keycloak. */
    public Desk at(StaffEntry person) {
        return at(person, 1366, 768);
    }

    public Desk at(StaffEntry person, int width, int height) {
        var context = Browsers.shared().newContext(office().setStorageState(terminal).setViewportSize(width, height));
        context.setDefaultTimeout(Integer.getInteger("futari.e2e.patience", PATIENCE));
        return new Desk(this, person, signIn(context.newPage(), person));
    }

    Page signIn(Page page, StaffEntry person) {
        page.navigate(baseUrl + "/login");
        page.locator("#username").fill(person.username());
        page.locator("#password").fill(DemoRealm.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForSelector("main h1");
        return page;
    }

    private BrowserContext strangeWindow() {
        return Browsers.shared().newContext(office());
    }

    private static Browser.NewContextOptions office() {
        return new Browser.NewContextOptions().setLocale("ja-JP").setTimezoneId("Asia/Tokyo");
    }

    /** The first column of each row, read as the owner. */
    public List<String> sql(String query) {
        try (var connection = owner(); var rows = connection.createStatement().executeQuery(query)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the owner of the tables, for what only a broken or attacked database would do. */
    public void change(String statement) {
        try (var connection = owner()) {
            connection.createStatement().execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection owner() throws SQLException {
        return connect("futari_owner");
    }

    String databaseUrl() {
        return databaseUrl;
    }

    Connection connect(String role) throws SQLException {
        try {
            var properties = new Properties();
            properties.put("user", role);
            properties.put("password", Secrets.in(home).of(role));
            return DriverManager.getConnection(databaseUrl, properties);
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PlayedOffice.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return open;
    }
}
