package jp.futari.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.futari.access.FakeIdentityProvider;
import jp.futari.support.TestDatabase;

/**
 * 起動: time from {@code java -jar} to ready, and resident memory then and after a rest, of the product's jar on a migrated database. Arguments: the jar,
 * then the number of starts (default 3).
 */
public final class StartUp {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path jar;
    private final Path folder;
    private final TestDatabase database = TestDatabase.fresh();
    private final FakeIdentityProvider provider = new FakeIdentityProvider();

    private StartUp(Path jar) throws IOException {
        this.jar = jar.toAbsolutePath();
        folder = Files.createTempDirectory("futari-start");
    }

    public static void main(String[] arguments) throws Exception {
        Postgres.likeARealServer();
        StartUp program = new StartUp(Path.of(arguments[0]));
        program.migrate();
        int starts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Figures.surroundings("Start-up of " + Path.of(arguments[0]).getFileName() + ", " + starts + " starts each, medians");
        Figures.header("variant", "seconds to ready", "RSS MB at ready", "RSS MB after 20 s at rest");
        program.measure("java -jar, defaults", starts, List.of());
        program.measure("SerialGC, 256 MB heap", starts, List.of("-XX:+UseSerialGC", "-Xmx256m"));
        Path archive = program.folder.resolve("futari.jsa");
        program.run(List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:ArchiveClassesAtExit=" + archive));
        program.measure("the same with class-data sharing and C1", starts, List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:SharedArchiveFile=" + archive, "-XX:TieredStopAtLevel=1"));
        program.provider.close();
        program.database.drop();
        System.exit(0);
    }

    /** Tables stand already; the models of the jar are deployed as its operator would do it. */
    private void migrate() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-jar", jar.toString(), "migrate").redirectErrorStream(true)
                .redirectOutput(folder.resolve("migrate.log").toFile());
        builder.environment().putAll(java.util.Map.of("FUTARI_DB_URL", database.url(), "FUTARI_DB_OWNER_USER", "futari_owner", "FUTARI_DB_OWNER_PASSWORD", "x"));
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException("futari migrate failed: " + Files.readString(folder.resolve("migrate.log")));
        }
    }

    private record Run(double seconds, double ready, double rested) {
    }

    private void measure(String name, int starts, List<String> options) throws Exception {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            runs.add(run(options));
        }
        Figures.line(name, Figures.median(runs.stream().map(Run::seconds).toList()), Figures.median(runs.stream().map(Run::ready).toList()),
                Figures.median(runs.stream().map(Run::rested).toList()));
    }

    private Run run(List<String> options) throws Exception {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("application.log").toFile()).directory(folder.toFile());
        builder.environment().putAll(java.util.Map.of("FUTARI_DB_URL", database.appUrl(), "FUTARI_DB_USER", "futari_app", "FUTARI_DB_PASSWORD", "x", "FUTARI_OIDC_ISSUER", provider.issuer(),
                "FUTARI_OIDC_CLIENT_SECRET", FakeIdentityProvider.SECRET, "FUTARI_DEMO", "true", "FUTARI_VAULT_KEYFILE", folder.resolve("vault.keys").toString(),
                "FUTARI_STORE_DIR", folder.resolve("files").toString()));
        long from = System.nanoTime();
        Process application = builder.start();
        try {
            awaitReady(application, port);
            double seconds = (System.nanoTime() - from) / 1e9;
            double ready = residentMegabytes(application);
            TimeUnit.SECONDS.sleep(20);
            return new Run(seconds, ready, residentMegabytes(application));
        } finally {
            application.destroy();
            if (!application.waitFor(60, TimeUnit.SECONDS)) {
                application.destroyForcibly();
            }
        }
    }

    private void awaitReady(Process application, int port) throws Exception {
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/healthz/ready")).timeout(Duration.ofSeconds(5)).build();
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        while (System.nanoTime() < deadline && application.isAlive()) {
            try {
                if (HTTP.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                Thread.sleep(25);
            }
        }
        throw new IllegalStateException("the application did not become ready: " + Files.readString(folder.resolve("application.log")));
    }

    private static double residentMegabytes(Process application) throws IOException {
        File status = new File("/proc/" + application.pid() + "/status");
        return Files.readAllLines(status.toPath()).stream().filter(line -> line.startsWith("VmRSS")).mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst().orElse(Double.NaN);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
