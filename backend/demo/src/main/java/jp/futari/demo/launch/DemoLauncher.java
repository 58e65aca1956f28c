package jp.futari.demo.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import jp.futari.demo.CannotStart;
import jp.futari.demo.Roster;

/** 体験版の起動: {@code mvn -Pdemo}. Starts everything, says where it is, waits for Ctrl-C, stops everything. */
public final class DemoLauncher {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private DemoLauncher() {
    }

    public static void main(String[] args) throws Exception {
        endWithParent();
        var settings = DemoSettings.fromSystemProperties();
        System.exit(run(settings, Roster.ofTheDemo(), () -> Program.ofJar(Path.of(DemoSettings.required("futari.app.jar")), settings.home())));
    }

    /** Runs until stopped from outside; answers the exit code when it could not start. */
    static int run(DemoSettings settings, Roster roster, ProgramSource source) throws Exception {
        OUT.println("二人（Futari）の体験版を起動します — starting the demo");
        try (var folder = DemoFolder.open(settings.home(), settings.reset())) {
            Preflight.check(settings);
            turnLogs(settings.home().resolve("logs"));
            return start(settings, roster, source);
        } catch (CannotStart why) {
            return refuse(why);
        }
    }

    private static int start(DemoSettings settings, Roster roster, ProgramSource source) throws Exception {
        var began = System.nanoTime();
        var stages = new Stages(OUT, System.console() != null);
        var parts = new Parts(stages::say);
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "stop-everything"));
        try {
            var opening = new Opening(settings, roster, stages, parts, source);
            var links = opening.open();
            stages.close();
            OUT.println(Welcome.text(settings.publicUrl(), roster, links, Duration.ofNanos(System.nanoTime() - began)));
            new CountDownLatch(1).await();
            return 0;
        } catch (CompletionException e) {
            stages.close();
            return parts.isClosed() ? 1 : failed(e.getCause(), parts);
        }
    }

    private static int failed(Throwable cause, Parts parts) {
        var code = refuse(cause instanceof CannotStart why ? why
                : new CannotStart("起動の途中で失敗しました: " + cause, "The start failed: " + cause, cause));
        parts.close();
        return code;
    }

    private static int refuse(CannotStart why) {
        OUT.println();
        OUT.println("起動できません。" + why.japanese());
        OUT.println("Cannot start: " + why.english());
        return 1;
    }

    /** The last run's words are kept beside the new ones. */
    private static void turnLogs(Path logs) throws IOException {
        Files.createDirectories(logs);
        try (var all = Files.list(logs)) {
            for (var log : all.filter(path -> path.toString().endsWith(".log")).toList()) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Maven holds the terminal; when it is gone, by whatever means, the demo ends in good order. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
    }
}
