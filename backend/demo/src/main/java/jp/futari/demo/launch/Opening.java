package jp.futari.demo.launch;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.futari.demo.FreePort;
import jp.futari.demo.PrivateFile;
import jp.futari.demo.Roster;
import jp.futari.demo.Secrets;
import jp.futari.demo.keycloak.DemoRealm;
import jp.futari.demo.keycloak.KeycloakInstallation;
import jp.futari.demo.keycloak.KeycloakServer;
import jp.futari.demo.keycloak.KeycloakSettings;
import jp.futari.demo.postgres.Durability;
import jp.futari.demo.postgres.EmbeddedDatabase;

/** 開庁: database first, then Keycloak and the application side by side. */
final class Opening {

    private static final int DATABASE = 1;
    private static final int KEYCLOAK = 2;
    private static final int APPLICATION = 3;

    private final DemoSettings settings;
    private final Roster roster;
    private final Stages stages;
    private final Parts parts;
    private final ProgramSource source;
    private final Secrets secrets;
    private final int keycloakPort;

    Opening(DemoSettings settings, Roster roster, Stages stages, Parts parts, ProgramSource source) throws IOException {
        this.settings = settings;
        this.roster = roster;
        this.stages = stages;
        this.parts = parts;
        this.source = source;
        this.secrets = Secrets.in(settings.home());
        this.keycloakPort = rememberedPort();
    }

    /** The same address at every start where possible: what was issued yesterday names its issuer. */
    private int rememberedPort() throws IOException {
        var file = settings.home().resolve("keycloak.port");
        var port = FreePort.preferring(Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0);
        Files.writeString(file, String.valueOf(port));
        return port;
    }

    /** Answers the one-time links for the newcomer's browser. */
    List<String> open() {
        var threads = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "opening");
            thread.setDaemon(true);
            return thread;
        });
        return open(threads);
    }

    private List<String> open(ExecutorService threads) {
        var database = supplyAsync(() -> stages.stage("データベース（PostgreSQL）", this::startDatabase), threads);
        var installation = supplyAsync(this::installKeycloak, threads);
        var program = supplyAsync(() -> stages.stage("業務アプリケーションの準備", source::get), threads);
        var keycloak = database.thenCombineAsync(installation, this::startKeycloak, threads);
        var links = database.thenCombineAsync(program, this::startApplication, threads);
        awaitFirstFailureOrAll(keycloak, links);
        return firstDay(links.join());
    }

    private static void awaitFirstFailureOrAll(CompletableFuture<?> one, CompletableFuture<?> other) {
        var failure = new CompletableFuture<Void>();
        one.exceptionally(e -> fail(failure, e));
        other.exceptionally(e -> fail(failure, e));
        CompletableFuture.anyOf(CompletableFuture.allOf(one, other), failure).join();
    }

    private static <T> T fail(CompletableFuture<Void> failure, Throwable why) {
        failure.completeExceptionally(why);
        return null;
    }

    private EmbeddedDatabase startDatabase() throws Exception {
        var database = parts.add("データベース", DATABASE, EmbeddedDatabase.start(settings.home(), secrets, Durability.KEPT));
        database.whenCrashed(() -> crashed("データベース（PostgreSQL）", settings.log("postgresql")));
        return database;
    }

    private KeycloakInstallation installKeycloak() {
        return KeycloakInstallation.isReady(settings.home(), settings.keycloakVersion())
                ? stages.stage("認証サーバーの確認", this::keycloakInstallation)
                : stages.stage("認証サーバー（Keycloak）の準備。最初の一度だけ", this::keycloakInstallation);
    }

    private KeycloakInstallation keycloakInstallation() throws IOException, InterruptedException {
        return KeycloakInstallation.in(settings.home(), settings.keycloakVersion(), settings.keycloakArchive());
    }

    private KeycloakServer startKeycloak(EmbeddedDatabase database, KeycloakInstallation installation) {
        return stages.stage("認証サーバー（Keycloak）", () -> {
            var realm = DemoRealm.of(settings.realmFolder().resolve("futari-realm.json"), roster);
            var keycloak = parts.add("認証サーバー", KEYCLOAK, KeycloakServer.start(installation, settings.home(), new KeycloakSettings(keycloakPort,
                    database.url("keycloak"), database.password("keycloak"), secrets.of("keycloak-admin"), settings.publicUrl(), secrets.of("oidc-client"),
                    settings.realmFolder(), realm)));
            keycloak.awaitReady();
            keycloak.process().whenCrashed(() -> crashed("認証サーバー（Keycloak）", keycloak.process().log()));
            return keycloak;
        });
    }

    private List<String> startApplication(EmbeddedDatabase database, Program program) {
        try {
            var application = new Application(program, settings.home(), ApplicationEnvironment.of(settings.home(), secrets, database, settings.port(),
                    settings.publicUrl(), KeycloakSettings.issuer(keycloakPort)));
            migrate(application, database, program);
            var links = bootstrap(application, database);
            stages.stage("業務アプリケーション", () -> {
                var process = parts.add("業務アプリケーション", APPLICATION, application.serve());
                application.awaitReady(process, settings.publicUrl());
                process.whenCrashed(() -> crashed("業務アプリケーション", process.log()));
                return process;
            });
            return links;
        } catch (IOException e) {
            throw new java.util.concurrent.CompletionException(e);
        }
    }

    /** Once for each build: the application itself refuses a database of another version. */
    private void migrate(Application application, EmbeddedDatabase database, Program program) throws IOException {
        var migrated = settings.home().resolve("migrated-to");
        if (Files.exists(migrated) && Files.readString(migrated).equals(program.build())) {
            return;
        }
        stages.stage("データベースをこの版に合わせる", () -> {
            application.migrate(ApplicationEnvironment.owner(database));
            return Files.writeString(migrated, program.build());
        });
    }

    /** Once for each data folder; the links printed then are kept for the first day. */
    private List<String> bootstrap(Application application, EmbeddedDatabase database) throws IOException {
        var kept = settings.home().resolve("terminal-links.txt");
        if (Files.exists(kept)) {
            return Files.readAllLines(kept);
        }
        return stages.stage("最初の管理者と端末", () -> {
            var links = application.bootstrap(BootstrapFile.write(settings.home(), roster), ApplicationEnvironment.owner(database));
            PrivateFile.write(kept, String.join("\n", links));
            return links;
        });
    }

    private List<String> firstDay(List<String> bootstrapLinks) {
        var played = settings.home().resolve("newcomer-link.txt");
        var day = isWanted() ? ServiceLoader.load(FirstDay.class).findFirst() : Optional.<FirstDay>empty();
        if (day.isEmpty() || Files.exists(played)) {
            return Files.exists(played) ? read(played) : bootstrapLinks;
        }
        return stages.stage("体験用の市の初日", () -> {
            var office = new RunningOffice(settings.publicUrl(), KeycloakSettings.issuer(keycloakPort), bootstrapLinks, roster, DemoRealm.PASSWORD, settings.home());
            var link = day.get().play(office, words -> stages.say("    " + words));
            PrivateFile.write(played, link.orElse(""));
            return read(played);
        });
    }

    /** {@code -Dfutari.first-day=false}: an office with nothing in it but its two administrators. */
    private static boolean isWanted() {
        return Boolean.parseBoolean(System.getProperty("futari.first-day", "true"));
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void crashed(String part, Path log) {
        if (!parts.isClosed()) {
            stages.say("");
            stages.say(part + "が止まってしまいました。記録: " + log + " — Ctrl-C でほかもすべて止まります。");
            stages.say(part + " has stopped unexpectedly; see " + log + ". Ctrl-C stops the rest.");
        }
    }
}
