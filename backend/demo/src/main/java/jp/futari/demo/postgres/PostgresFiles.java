package jp.futari.demo.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jp.futari.demo.CannotStart;
import jp.futari.demo.Folders;

/** The folders of the embedded database: data, unpacked binaries, log. */
record PostgresFiles(Path data, Path binaries, Path log, Path installed) {

    /** The major version of the binaries in use; data of another cannot be opened. */
    static final String MAJOR = "17";
    private static final int END_SECONDS = 20;

    static PostgresFiles in(Path folder) throws IOException {
        var files = new PostgresFiles(folder.resolve("postgres"), folder.resolve("postgres-binaries"),
                folder.resolve("logs").resolve("postgresql.log"), folder.resolve("postgres.installed"));
        for (var needed : new Path[] {files.binaries, files.log.getParent()}) {
            Files.createDirectories(needed);
        }
        return files;
    }

    boolean isInstalled() throws IOException {
        if (!Files.exists(installed) || !Files.exists(data.resolve("PG_VERSION"))) {
            return false;
        }
        var major = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!major.equals(MAJOR)) {
            throw new CannotStart("データフォルダーは PostgreSQL " + major + " のもので、この版は " + MAJOR + " です。mvn -Pdemo -Dfutari.reset で作り直してください。",
                    "The data folder belongs to PostgreSQL " + major + ", this version uses " + MAJOR + ": start afresh with mvn -Pdemo -Dfutari.reset.");
        }
        return true;
    }

    void markInstalled() throws IOException {
        Files.writeString(installed, MAJOR);
    }

    void clear() throws IOException {
        Files.deleteIfExists(installed);
        Folders.delete(data);
    }

    ProcessHandle postmaster() throws IOException {
        return left().orElseThrow(() -> new IOException("PostgreSQL wrote no postmaster.pid"));
    }

    /** A server that outlived its launcher is stopped in good order before the next one starts. */
    void endLeftOver() throws IOException {
        var left = left();
        if (left.isPresent()) {
            new ProcessBuilder("kill", "-INT", String.valueOf(left.get().pid())).start();
            try {
                left.get().onExit().get(END_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                throw new CannotStart("前回の PostgreSQL（プロセス " + left.get().pid() + "）が終わりません。",
                        "The PostgreSQL of an earlier run (process " + left.get().pid() + ") does not end.", e);
            }
        }
    }

    private Optional<ProcessHandle> left() throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var pid = Files.readAllLines(file).get(0).strip();
        return ProcessHandle.of(Long.parseLong(pid)).filter(PostgresFiles::isPostgres);
    }

    /** The number may since have been given to another program. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.contains("postgres")).orElse(false);
    }
}
