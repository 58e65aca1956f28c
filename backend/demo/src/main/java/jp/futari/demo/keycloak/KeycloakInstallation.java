package jp.futari.demo.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipInputStream;
import jp.futari.demo.CannotStart;
import jp.futari.demo.Folders;
import jp.futari.demo.process.JavaChild;

/** 認証サーバーの導入: unpacked and built for PostgreSQL once for each version, kept outside {@code target/}. */
public record KeycloakInstallation(Path folder) {

    /** What this product has no use for is left out, above all an administrator acting as another user. */
    static final String BUILD = "--features-disabled=impersonation,device-flow,ciba,kerberos,organization";
    static final String MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";
    private static final String BUILT = "futari-built";

    public static boolean isReady(Path home, String version) {
        return Files.exists(folderOf(home, version).resolve(BUILT));
    }

    /** The installation below this folder; made from the distribution if it is not there yet. */
    public static KeycloakInstallation in(Path home, String version, Path distribution) throws IOException, InterruptedException {
        var folder = folderOf(home, version);
        var installation = new KeycloakInstallation(folder);
        if (!isReady(home, version)) {
            Folders.delete(folder);
            installation.unpack(distribution);
            installation.build(home);
            Files.writeString(folder.resolve(BUILT), BUILD);
        }
        return installation;
    }

    private static Path folderOf(Path home, String version) {
        return home.resolve("keycloak-" + version);
    }

    private void unpack(Path distribution) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(distribution))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var target = insideFolder(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** The archive's first folder is the version's own; a name must not lead out of ours. */
    private Path insideFolder(String name) throws IOException {
        var target = folder.resolve(name.substring(name.indexOf('/') + 1)).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive leads out of its folder: " + name);
        }
        return target;
    }

    private void build(Path home) throws IOException, InterruptedException {
        var log = home.resolve("logs").resolve("keycloak-build.log");
        var build = java("keycloak-build", log, folder).start(home, MAIN, "build", "--db=postgres", BUILD);
        if (build.waitFor() != 0) {
            throw new CannotStart("Keycloak の準備に失敗しました。記録: " + log, "Keycloak could not be built; see " + log);
        }
    }

    /** A Keycloak of this installation whose own files (data, imports) lie in the given home. */
    JavaChild java(String name, Path log, Path keycloakHome) {
        return JavaChild.named(name, log)
                .options("-Xms64m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxMetaspaceSize=256m", "-Dfile.encoding=UTF-8",
                        "-Duser.language=en", "-Duser.country=US", "-Dkc.home.dir=" + keycloakHome,
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-Dpicocli.disable.closures=true",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED")
                .classPath(folder.resolve("lib").resolve("quarkus-run.jar"));
    }

    /** A home that shares programs with the installation and has its own data and the product's own themes. */
    void prepareHome(Path home, Path themes) throws IOException {
        Files.createDirectories(home.resolve("data").resolve("import"));
        Files.createDirectories(home.resolve("data").resolve("password-blacklists"));
        for (var shared : new String[] {"lib", "providers", "conf"}) {
            var link = home.resolve(shared);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, folder.resolve(shared).toAbsolutePath());
        }
        Folders.replace(home.resolve("themes"), themes);
    }
}
