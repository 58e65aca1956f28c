package jp.futari.demo.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import jp.futari.demo.CannotStart;
import jp.futari.demo.Folders;

/** データフォルダー: {@code .futari/}. One demo at a time; its own format; started afresh on demand. */
final class DemoFolder implements AutoCloseable {

    private final Path home;
    private final FileLock lock;

    private DemoFolder(Path home, FileLock lock) {
        this.home = home;
        this.lock = lock;
    }

    static DemoFolder open(Path home, boolean reset) throws IOException {
        Files.createDirectories(home);
        var folder = new DemoFolder(home, lock(home));
        try {
            if (reset) {
                folder.clear();
            }
            folder.requireOwnFormat();
            return folder;
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static FileLock lock(Path home) throws IOException {
        var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new CannotStart("このフォルダーでは、すでに体験版が動いています（" + home + "）。先に Ctrl-C で止めてください。",
                    "A demo is already running in this folder (" + home + "); stop it with Ctrl-C first.");
        }
        return lock;
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** What was only unpacked or built stays; what the office wrote goes. */
    private void clear() throws IOException {
        try (var all = Files.list(home)) {
            for (var path : all.toList()) {
                if (!isProgram(path.getFileName().toString())) {
                    Folders.delete(path);
                }
            }
        }
    }

    private static boolean isProgram(String name) {
        return name.equals("lock") || name.equals("postgres-binaries") || name.startsWith("keycloak-") || name.startsWith("app-");
    }

    private void requireOwnFormat() throws IOException {
        var file = home.resolve("format");
        if (!Files.exists(file) && !Files.exists(home.resolve("postgres"))) {
            Files.writeString(file, String.valueOf(DemoSettings.FORMAT));
        }
        var format = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        if (format != DemoSettings.FORMAT) {
            throw otherFormat(format);
        }
    }

    private static CannotStart otherFormat(int format) {
        var newer = format > DemoSettings.FORMAT;
        return new CannotStart("データフォルダー .futari は" + (newer ? "新しい" : "古い") + "版の Futari のものです。mvn -Pdemo -Dfutari.reset で作り直してください。",
                "The data folder .futari belongs to " + (newer ? "a newer" : "an older") + " version of Futari; start afresh with mvn -Pdemo -Dfutari.reset.");
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }
}
