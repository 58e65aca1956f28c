package jp.futari.demo.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** 子プロセス: a started part of the demo. Closing it asks kindly, then insists. */
public final class ChildProcess implements AutoCloseable {

    private static final long KIND_SECONDS = 15;
    private static final int LAST_LINES = 20;
    private static final long LOOK_MILLIS = 100;

    private final String name;
    private final Path log;
    private final Process process;
    private volatile boolean closing;

    ChildProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Calls when the process ends without having been closed. */
    public void whenCrashed(Runnable action) {
        process.onExit().thenRun(() -> {
            if (!closing) {
                action.run();
            }
        });
    }

    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Waits until the condition holds; false when the process ended or the time is up before. */
    public boolean waitUntil(BooleanSupplier ready, Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (ready.getAsBoolean()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return false;
    }

    /** The end of the log, for the cause of a failure. */
    public String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }

    @Override
    public void close() {
        closing = true;
        process.destroy();
        try {
            if (!process.waitFor(KIND_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
