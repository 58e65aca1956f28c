package jp.futari.demo.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import jp.futari.demo.CannotStart;
import jp.futari.demo.PrivateFile;
import jp.futari.demo.process.ChildProcess;

/** 認証サーバー: a running Keycloak with the realm imported. */
public final class KeycloakServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final String BLACKLIST = "futari-password-blacklist.txt";

    private final ChildProcess process;
    private final KeycloakSettings settings;

    private KeycloakServer(ChildProcess process, KeycloakSettings settings) {
        this.process = process;
        this.settings = settings;
    }

    /** Starts the server; {@link #awaitReady} tells when it answers. */
    public static KeycloakServer start(KeycloakInstallation installation, Path folder, KeycloakSettings settings) throws IOException {
        var home = folder.resolve("keycloak");
        installation.prepareHome(home, settings.realmFolder().resolve("themes"));
        PrivateFile.write(home.resolve("data/import/futari-realm.json"), settings.realm());
        Files.copy(settings.realmFolder().resolve(BLACKLIST), home.resolve("data/password-blacklists").resolve(BLACKLIST), StandardCopyOption.REPLACE_EXISTING);
        var process = installation.java("keycloak", folder.resolve("logs/keycloak.log"), home)
                .environment(environment(settings))
                .start(folder, KeycloakInstallation.MAIN, "start", "--optimized", "--import-realm", "--http-enabled=true", "--http-host=127.0.0.1",
                        "--http-port=" + settings.port(), "--hostname=" + settings.url(), "--cache=local");
        return new KeycloakServer(process, settings);
    }

    private static Map<String, String> environment(KeycloakSettings settings) {
        var environment = new HashMap<String, String>();
        environment.put("KC_DB_URL", settings.databaseUrl());
        environment.put("KC_DB_USERNAME", "keycloak");
        environment.put("KC_DB_PASSWORD", settings.databasePassword());
        environment.put("KC_DB_POOL_MAX_SIZE", "10");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakSettings.ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", settings.adminPassword());
        environment.put("FUTARI_PUBLIC_URL", settings.publicUrl());
        environment.put("FUTARI_OIDC_CLIENT_SECRET", settings.clientSecret());
        return environment;
    }

    public void awaitReady() throws InterruptedException {
        if (!process.waitUntil(this::answers, PATIENCE)) {
            throw new CannotStart("認証サーバー（Keycloak）が起動しません。記録: " + process.log(), "Keycloak does not start; see " + process.log(),
                    new IllegalStateException(process.lastWords()));
        }
    }

    private boolean answers() {
        var request = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration")).timeout(Duration.ofSeconds(5)).build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public String url() {
        return settings.url();
    }

    public String issuer() {
        return settings.issuer();
    }

    public ChildProcess process() {
        return process;
    }

    public RealmAdmin admin() {
        return new RealmAdmin(url(), KeycloakSettings.ADMIN, settings.adminPassword());
    }

    @Override
    public void close() {
        process.close();
    }
}
