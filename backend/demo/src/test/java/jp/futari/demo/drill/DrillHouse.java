package jp.futari.demo.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import jp.futari.demo.Folders;
import jp.futari.demo.FreePort;
import jp.futari.demo.Roster;
import jp.futari.demo.Secrets;
import jp.futari.demo.TestSurroundings;
import jp.futari.demo.keycloak.DemoRealm;
import jp.futari.demo.keycloak.KeycloakServer;
import jp.futari.demo.keycloak.KeycloakSettings;
import jp.futari.demo.launch.Application;
import jp.futari.demo.launch.ApplicationEnvironment;
import jp.futari.demo.launch.BootstrapFile;
import jp.futari.demo.launch.Program;
import jp.futari.demo.launch.RunningOffice;
import jp.futari.demo.play.DrillDay;
import jp.futari.demo.postgres.Durability;
import jp.futari.demo.postgres.EmbeddedDatabase;
import jp.futari.demo.process.ChildProcess;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * 訓練の庁舎: a house of its own whose parts may be killed: PostgreSQL that keeps its data as production does, Keycloak, the product's jar. Once for
 * each virtual machine; every drill hands it over whole. The small proof case is switched on, because many steps have to be walked.
 */
public final class DrillHouse implements BeforeAllCallback, ParameterResolver {

    /** Eligibility clerks; the last of them loses the right in one drill. */
    static final String[] CLERKS = {"900007", "900008", "900009", "900010"};
    static final String CHIEF = "900011";
    static final String MANAGER = "900015";
    static final String[] ADMINISTRATORS = {"900040", "900041", "900042", "900043"};
    private static DrillHouse house;

    private final Notes notes = new Notes();
    private Path folder;
    private Secrets secrets;
    private EmbeddedDatabase database;
    private KeycloakSettings keycloakSettings;
    private KeycloakServer keycloak;
    private Program program;
    private int publicPort;
    private ChildProcess application;
    private DrillDay day;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        synchronized (DrillHouse.class) {
            if (house == null) {
                var opened = new DrillHouse();
                context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).put("drill-house", (ExtensionContext.Store.CloseableResource) opened::close);
                Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "drill-house"));
                opened.open();
                house = opened;
            }
        }
    }

    private void open() throws Exception {
        folder = Files.createTempDirectory("futari-drill");
        secrets = Secrets.in(folder);
        publicPort = FreePort.any();
        database = EmbeddedDatabase.start(folder, secrets, Durability.KEPT);
        keycloakSettings = new KeycloakSettings(FreePort.any(), database.url("keycloak"), database.password("keycloak"), secrets.of("keycloak-admin"), publicUrl(),
                secrets.of("oidc-client"), TestSurroundings.REALM_FOLDER, DemoRealm.of(TestSurroundings.REALM_FILE, Roster.ofTheDemo()));
        startKeycloak();
        program = Program.ofJar(Path.of(TestSurroundings.required("futari.app.jar")), folder);
        var first = application(publicPort, Map.of());
        first.migrate(ApplicationEnvironment.owner(database));
        var links = first.bootstrap(BootstrapFile.write(folder, Roster.ofTheDemo()), ApplicationEnvironment.owner(database));
        startApplication();
        var officers = new TreeSet<>(java.util.List.of(CLERKS));
        officers.addAll(java.util.List.of(ADMINISTRATORS));
        officers.addAll(java.util.List.of(CHIEF, MANAGER));
        day = DrillDay.play(new RunningOffice(publicUrl(), keycloak.issuer(), links, Roster.ofTheDemo(), DemoRealm.PASSWORD, folder), officers);
    }

    private Application application(int port, Map<String, String> more) throws IOException {
        var environment = new LinkedHashMap<>(ApplicationEnvironment.of(folder, secrets, database, port, publicUrl(), keycloakSettings.issuer()));
        environment.put("FUTARI_PROOFCASE", "true");
        environment.putAll(more);
        return new Application(program, folder, environment);
    }

    String publicUrl() {
        return "http://localhost:" + publicPort;
    }

    int publicPort() {
        return publicPort;
    }

    Path folder() {
        return folder;
    }

    DrillDay day() {
        return day;
    }

    Notes notes() {
        return notes;
    }

    EmbeddedDatabase database() {
        return database;
    }

    KeycloakServer keycloak() {
        return keycloak;
    }

    // --- the application

    void startApplication() throws IOException, InterruptedException {
        startApplication(Map.of());
    }

    void startApplication(Map<String, String> more) throws IOException, InterruptedException {
        application = startNode(publicPort, more);
    }

    /** One more node of the same office, on a port of its own. */
    ChildProcess startNode(int port, Map<String, String> more) throws IOException, InterruptedException {
        var node = application(port, more);
        var process = node.serve();
        node.awaitReady(process, "http://localhost:" + port);
        return process;
    }

    void killApplication() throws Exception {
        kill(application.pid());
    }

    long applicationPid() {
        return application.pid();
    }

    boolean applicationLives() {
        return application.isAlive();
    }

    void stopApplication() {
        application.close();
    }

    // --- PostgreSQL

    /** The postmaster and every backend, with no chance to write a word. */
    void killDatabase() throws Exception {
        var postmaster = database.postmaster();
        var backends = postmaster.descendants().toList();
        kill(postmaster.pid());
        for (var backend : backends) {
            kill(backend.pid());
        }
        database.close();
    }

    void startDatabase() throws IOException, SQLException {
        database = EmbeddedDatabase.start(folder, secrets, Durability.KEPT, database.port());
    }

    // --- Keycloak

    void startKeycloak() throws IOException, InterruptedException {
        keycloak = KeycloakServer.start(TestSurroundings.keycloakInstallation(), folder, keycloakSettings);
        keycloak.awaitReady();
    }

    void killKeycloak() throws Exception {
        kill(keycloak.process().pid());
    }

    static void kill(long pid) throws Exception {
        var process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().destroyForcibly();
            process.get().onExit().get(30, TimeUnit.SECONDS);
        }
    }

    private synchronized void close() {
        try {
            if (application != null) {
                application.close();
            }
            if (keycloak != null) {
                keycloak.close();
            }
            if (database != null) {
                database.close();
                database = null;
                Folders.delete(folder);
            }
            application = null;
            keycloak = null;
        } catch (IOException e) {
            System.err.println("the drill house did not close: " + e.getMessage());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DrillHouse.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return house;
    }
}
