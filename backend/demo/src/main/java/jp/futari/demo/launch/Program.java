package jp.futari.demo.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.futari.demo.CannotStart;
import jp.futari.demo.Folders;

/** 製品のプログラム: the very jar that runs in production, unpacked once for each build because it starts faster so. */
public record Program(List<Path> classPath, String mainClass, String build) {

    private static final String MAIN = "jp.futari.FutariApplication";
    private static final int UNPACK_SECONDS = 120;

    public static Program ofJar(Path jar, Path home) throws IOException, InterruptedException {
        if (!Files.exists(jar)) {
            throw new CannotStart("製品の jar がありません（" + jar + "）。mvn -Pdemo で起動してください。", "The product's jar is missing (" + jar + "); start with mvn -Pdemo.");
        }
        var build = buildOf(jar);
        var folder = home.resolve("app-" + build);
        if (!Files.exists(folder)) {
            removeOlder(home);
            unpack(jar, folder);
        }
        return new Program(List.of(folder.resolve(jar.getFileName())), MAIN, build);
    }

    /** By content, not by time: every start builds the jar anew, mostly out of the same sources. */
    private static String buildOf(Path jar) throws IOException {
        try (var bytes = new DigestInputStream(Files.newInputStream(jar), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void removeOlder(Path home) throws IOException {
        Files.createDirectories(home);
        try (var all = Files.list(home)) {
            for (var old : all.filter(path -> path.getFileName().toString().startsWith("app-")).toList()) {
                Folders.delete(old);
            }
        }
    }

    private static void unpack(Path jar, Path folder) throws IOException, InterruptedException {
        var beside = folder.resolveSibling(folder.getFileName() + ".new");
        Folders.delete(beside);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", beside.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (!process.waitFor(UNPACK_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("could not unpack " + jar);
        }
        Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
    }
}
