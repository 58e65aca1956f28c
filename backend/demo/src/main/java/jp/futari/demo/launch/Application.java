package jp.futari.demo.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jp.futari.demo.CannotStart;
import jp.futari.demo.process.ChildProcess;
import jp.futari.demo.process.JavaChild;

/** 業務アプリケーション: migrate, bootstrap and serve, each a virtual machine of its own, steered by environment variables alone. */
public final class Application {

    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final Pattern TERMINAL_LINK = Pattern.compile("https?://\\S+/terminal/enroll/[A-Za-z0-9_-]+");

    private final Program program;
    private final Path home;
    private final Map<String, String> environment;

    public Application(Program program, Path home, Map<String, String> environment) {
        this.program = program;
        this.home = home;
        this.environment = environment;
    }

    public void migrate(Map<String, String> owner) throws IOException, InterruptedException {
        var log = log("migrate");
        if (java("migrate", log).environment(owner).start(home, program.mainClass(), "migrate").waitFor() != 0) {
            throw new CannotStart("データベースをこの版に合わせられません。ほかの版のデータなら mvn -Pdemo -Dfutari.reset で作り直してください。記録: " + log,
                    "The database could not be brought to this version; if it belongs to another, start afresh with mvn -Pdemo -Dfutari.reset. Log: " + log);
        }
    }

    /** The first two administrators and terminals, once; answers the one-time links of the terminals. */
    public List<String> bootstrap(Path file, Map<String, String> owner) throws IOException, InterruptedException {
        var log = log("bootstrap");
        Files.deleteIfExists(log);
        if (java("bootstrap", log).environment(owner).environment(Map.of("FUTARI_BOOTSTRAP_FILE", file.toString())).start(home, program.mainClass(), "bootstrap").waitFor() != 0) {
            throw new CannotStart("最初の管理者と端末を登録できません。記録: " + log, "The first administrators and terminals could not be recorded; see " + log);
        }
        return TERMINAL_LINK.matcher(Files.readString(log)).results().map(MatchResult::group).distinct().toList();
    }

    public ChildProcess serve() throws IOException {
        return java("futari", log("futari")).start(home, program.mainClass());
    }

    public void awaitReady(ChildProcess process, String publicUrl) throws InterruptedException {
        if (!process.waitUntil(() -> answers(publicUrl + "/healthz/ready"), PATIENCE)) {
            throw new CannotStart("業務アプリケーションが起動しません。記録: " + process.log(), "The application does not start; see " + process.log(),
                    new IllegalStateException(process.lastWords()));
        }
    }

    private static boolean answers(String url) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(5)).build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private JavaChild java(String name, Path log) {
        return JavaChild.named(name, log).classPath(program.classPath().toArray(Path[]::new)).environment(environment)
                .options("-Xms64m", "-Xmx448m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxMetaspaceSize=256m", "-XX:ReservedCodeCacheSize=64m",
                        "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-Duser.timezone=Asia/Tokyo", "-Duser.language=ja", "-Duser.country=JP");
    }

    private Path log(String name) {
        return home.resolve("logs").resolve(name + ".log");
    }
}
