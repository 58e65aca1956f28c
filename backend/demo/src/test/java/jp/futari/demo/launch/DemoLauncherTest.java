package jp.futari.demo.launch;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import jp.futari.demo.FreePort;
import jp.futari.demo.TestSurroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("体験版の起動")
class DemoLauncherTest {

    private static final String KEYCLOAK = "keycloak-" + TestSurroundings.required("futari.keycloak.version");

    private static final int END_SECONDS = 30;

    @TempDir
    Path home;
    private final List<Process> launched = new ArrayList<>();

    /** The build of Keycloak is shared with the other tests; only it is. */
    @BeforeEach
    void shareKeycloak() throws Exception {
        Files.createSymbolicLink(home.resolve(KEYCLOAK), TestSurroundings.keycloakInstallation().folder().toAbsolutePath());
    }

    @AfterEach
    void endAll() throws Exception {
        for (var process : launched) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    @DisplayName("全部が起動して案内が出る。Ctrl-C で業務・認証・データベースの順に止まり、何も残らない")
    void everything_starts_and_stops_in_order() throws Exception {
        var port = FreePort.any();
        var demo = launch(port, false, 0);
        var said = readUntil(demo.inputReader(), line -> line.contains("Ctrl-C で終了"));
        then(said).anyMatch(line -> line.contains("http://localhost:" + port)).anyMatch(line -> line.contains("/terminal/enroll/"))
                .anyMatch(line -> line.contains("yunagi.ichiro")).anyMatch(line -> line.matches("  ✓ データベース.*秒）"));
        var children = demo.descendants().toList();
        then(children).hasSizeGreaterThanOrEqualTo(2);

        interrupt(demo);
        var rest = readUntil(demo.inputReader(), line -> false);
        then(rest).containsSubsequence("  ■ 業務アプリケーションを止めました", "  ■ 認証サーバーを止めました", "  ■ データベースを止めました");
        then(demo.waitFor(END_SECONDS, TimeUnit.SECONDS)).isTrue();
        thenAllEnd(children);
        then(home.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    @DisplayName("一つが落ちると、どれが落ちたかと記録の場所を一文で言い、残りは Ctrl-C で止まる。kill -9 でも何も残らない")
    void a_crashed_part_is_named_and_nothing_survives() throws Exception {
        var demo = launch(FreePort.any(), false, 0);
        readUntil(demo.inputReader(), line -> line.contains("Ctrl-C で終了"));
        var children = demo.descendants().toList();
        then(children).anyMatch(DemoLauncherTest::isKeycloak);
        children.stream().filter(DemoLauncherTest::isKeycloak).forEach(ProcessHandle::destroyForcibly);
        then(readUntil(demo.inputReader(), line -> line.contains("has stopped unexpectedly")))
                .anyMatch(line -> line.contains("認証サーバー（Keycloak）が止まってしまいました") && line.contains("keycloak.log"));
        var postmaster = ProcessHandle.of(Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(0))).orElseThrow();

        demo.destroyForcibly().waitFor();
        thenAllEnd(children);
        thenAllEnd(List.of(postmaster));
    }

    @Test
    @DisplayName("ポートがふさがっていれば、一文で断る")
    void a_taken_port_is_refused() throws Exception {
        try (var taken = new ServerSocket(0)) {
            thenRefused(launch(taken.getLocalPort(), false, 0), "ポート " + taken.getLocalPort(), "Port " + taken.getLocalPort());
        }
    }

    @Test
    @DisplayName("ディスクの空きが足りなければ、一文で断る")
    void too_little_disk_is_refused() throws Exception {
        thenRefused(launch(FreePort.any(), false, Long.MAX_VALUE), "ディスクの空きが足りません", "Too little disk space");
    }

    @Test
    @DisplayName("古い版・新しい版のデータフォルダーは、一文で断る。作り直しを頼めば消える")
    void a_folder_of_another_version_is_refused_until_reset() throws Exception {
        Files.writeString(home.resolve("format"), "99");
        thenRefused(launch(FreePort.any(), false, 0), "新しい版", "a newer version");
        Files.delete(home.resolve("format"));
        Files.createDirectories(home.resolve("postgres"));
        thenRefused(launch(FreePort.any(), false, 0), "古い版", "an older version");
        Files.writeString(home.resolve("kept-by-mistake"), "x");
        try (var folder = DemoFolder.open(home, true)) {
            then(home.resolve("kept-by-mistake")).doesNotExist();
            then(home.resolve("postgres")).doesNotExist();
            then(home.resolve(KEYCLOAK)).exists();
            thenRefused(launch(FreePort.any(), false, 0), "すでに体験版が動いています", "already running");
        }
    }

    private Process launch(int port, boolean reset, long diskNeeded) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx160m", "-Dfile.encoding=UTF-8",
                "-cp", System.getProperty("java.class.path")));
        for (var property : List.of("futari.root", "futari.keycloak.version", "futari.keycloak.archive")) {
            command.add("-D" + property + "=" + TestSurroundings.required(property));
        }
        command.addAll(List.of(StandInDemo.class.getName(), home.toString(), String.valueOf(port), String.valueOf(reset), String.valueOf(diskNeeded)));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        launched.add(process);
        return process;
    }

    private static void thenRefused(Process demo, String japanese, String english) throws Exception {
        var said = readUntil(demo.inputReader(), line -> false);
        then(demo.waitFor()).isNotZero();
        then(said).anyMatch(line -> line.startsWith("起動できません。") && line.contains(japanese))
                .anyMatch(line -> line.startsWith("Cannot start: ") && line.contains(english)).noneMatch(line -> line.contains("Exception"));
    }

    private static void thenAllEnd(List<ProcessHandle> processes) throws Exception {
        for (var process : processes) {
            process.onExit().get(END_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static List<String> readUntil(BufferedReader reader, Predicate<String> last) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (last.test(line)) {
                return lines;
            }
        }
        return lines;
    }

    private static boolean isKeycloak(ProcessHandle process) {
        return process.info().commandLine().map(line -> line.contains("quarkus-run.jar")).orElse(false);
    }

    /** Goes the way of Ctrl-C; SIGINT itself is ignored by everything below a shell's background job. */
    private static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-TERM", String.valueOf(process.pid())).start().waitFor();
    }
}
