package jp.futari.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.futari.demo.keycloak.DemoRealm;
import jp.futari.demo.keycloak.KeycloakInstallation;
import jp.futari.demo.keycloak.KeycloakServer;
import jp.futari.demo.keycloak.KeycloakSettings;
import jp.futari.demo.postgres.Durability;
import jp.futari.demo.postgres.EmbeddedDatabase;

/** A real PostgreSQL and a real Keycloak, started once for all tests of this virtual machine in a folder of their own and stopped at its end. */
public final class TestSurroundings {

    public static final Path ROOT = Path.of(required("futari.root"));
    public static final Path REALM_FOLDER = ROOT.resolve("keycloak-realm");
    public static final Path REALM_FILE = REALM_FOLDER.resolve("futari-realm.json");

    private static TestSurroundings instance;

    private final Path folder;
    private final Secrets secrets;
    private final EmbeddedDatabase database;
    private final int applicationPort = FreePort.any();
    private final List<AutoCloseable> leaningOnUs = new ArrayList<>();
    private KeycloakServer keycloak;

    private TestSurroundings() throws IOException, SQLException {
        this.folder = Files.createTempDirectory("futari-test");
        this.secrets = Secrets.in(folder);
        this.database = EmbeddedDatabase.start(folder, secrets, Durability.THROWN_AWAY);
    }

    public static synchronized TestSurroundings get() throws IOException, SQLException {
        if (instance == null) {
            instance = new TestSurroundings();
            Runtime.getRuntime().addShutdownHook(new Thread(instance::close, "test-surroundings"));
        }
        return instance;
    }

    public Path folder() {
        return folder;
    }

    public Secrets secrets() {
        return secrets;
    }

    public EmbeddedDatabase database() {
        return database;
    }

    public String publicUrl() {
        return "http://localhost:" + applicationPort;
    }

    public int applicationPort() {
        return applicationPort;
    }

    public synchronized KeycloakServer keycloak() throws IOException, InterruptedException {
        if (keycloak == null) {
            var settings = new KeycloakSettings(FreePort.any(), database.url("keycloak"), database.password("keycloak"), secrets.of("keycloak-admin"),
                    publicUrl(), secrets.of("oidc-client"), REALM_FOLDER, DemoRealm.of(REALM_FILE, Roster.ofTheDemo()));
            keycloak = KeycloakServer.start(keycloakInstallation(), folder, settings);
            keycloak.awaitReady();
        }
        return keycloak;
    }

    /** Built once and kept beside the demo's own data: the build takes half a minute and holds nothing of anyone. */
    public static synchronized KeycloakInstallation keycloakInstallation() throws IOException, InterruptedException {
        return KeycloakInstallation.in(ROOT.resolve(".futari"), required("futari.keycloak.version"), Path.of(required("futari.keycloak.archive")));
    }

    /** Something that leans on these surroundings and is to be stopped before them. */
    public void stopFirst(AutoCloseable leaning) {
        leaningOnUs.add(leaning);
    }

    private void close() {
        try {
            for (var leaning : leaningOnUs) {
                leaning.close();
            }
            if (keycloak != null) {
                keycloak.close();
            }
            database.close();
            Folders.delete(folder);
        } catch (Exception e) {
            System.err.println("the test surroundings did not stop: " + e.getMessage());
        }
    }

    public static String required(String property) {
        var value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("set by the build: -D" + property);
        }
        return value;
    }
}
