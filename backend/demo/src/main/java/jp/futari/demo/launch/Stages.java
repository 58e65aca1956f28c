package jp.futari.demo.launch;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** 進みぐあい: one line for each stage when it is done, with its seconds; on a terminal a last line tells what is going on now. */
final class Stages implements AutoCloseable {

    private static final long LOOK_MILLIS = 500;
    private static final String CLEAR_LINE = "\r\033[K";
    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final boolean terminal;
    private final Map<String, Long> running = new LinkedHashMap<>();
    private final Thread ticker = new Thread(this::tick, "stages");
    private volatile boolean closed;

    Stages(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        ticker.setDaemon(true);
        if (terminal) {
            ticker.start();
        }
    }

    /** Does the work and tells; an exception is passed on in the wrapping of {@code CompletableFuture}. */
    <T> T stage(String label, Callable<T> work) {
        begin(label);
        try {
            var result = work.call();
            end(label, "✓");
            return result;
        } catch (Exception e) {
            end(label, "✗");
            throw e instanceof CompletionException wrapped ? wrapped : new CompletionException(e);
        }
    }

    private synchronized void begin(String label) {
        running.put(label, System.nanoTime());
    }

    private synchronized void end(String label, String mark) {
        var seconds = (System.nanoTime() - running.remove(label)) / NANOS;
        say(String.format(Locale.ROOT, "  %s %s（%.1f 秒）", mark, label, seconds));
    }

    synchronized void say(String line) {
        out.println((terminal ? CLEAR_LINE : "") + line);
        out.flush();
    }

    private void tick() {
        while (!closed) {
            show();
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void show() {
        if (closed || running.isEmpty()) {
            return;
        }
        var now = System.nanoTime();
        out.print(CLEAR_LINE + "  … " + running.entrySet().stream()
                .map(e -> e.getKey() + " " + (long) ((now - e.getValue()) / NANOS) + " 秒").collect(Collectors.joining("、")));
        out.flush();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (terminal) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }
}
