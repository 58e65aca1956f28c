package jp.futari.demo.postgres;

import java.io.IOException;
import java.util.List;

/** つなぎひも: PostgreSQL runs as a daemon of its own; a small shell waits for the launcher's end and then stops it in good order. */
final class PostgresLeash {

    private static final String SCRIPT = "trap '' INT HUP TERM QUIT; cat >/dev/null; kill -INT \"$1\"";

    private final Process shell;

    private PostgresLeash(Process shell) {
        this.shell = shell;
    }

    static PostgresLeash of(ProcessHandle postmaster) throws IOException {
        var command = List.of("sh", "-c", SCRIPT, "futari-postgres-leash", String.valueOf(postmaster.pid()));
        return new PostgresLeash(new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    /** The launcher stops the server itself. */
    void release() {
        var reading = shell.descendants().toList();
        shell.destroyForcibly();
        reading.forEach(ProcessHandle::destroyForcibly);
    }
}
