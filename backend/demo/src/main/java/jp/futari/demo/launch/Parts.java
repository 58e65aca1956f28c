package jp.futari.demo.launch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** 起動した部品: stopped once, the last started first. What starts while stopping is stopped at once. */
final class Parts implements AutoCloseable {

    /** A started part: its name for people and how it is stopped. */
    record Part(String name, AutoCloseable handle, int order) {
    }

    private final Deque<Part> parts = new ArrayDeque<>();
    private final Consumer<String> tell;
    private boolean closed;

    Parts(Consumer<String> tell) {
        this.tell = tell;
    }

    /** Parts of a higher order are stopped first. */
    synchronized <T extends AutoCloseable> T add(String name, int order, T handle) {
        var part = new Part(name, handle, order);
        if (closed) {
            stop(part);
            throw new IllegalStateException("already stopping");
        }
        parts.add(part);
        return handle;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        parts.stream().sorted((a, b) -> b.order() - a.order()).forEach(this::stop);
    }

    private void stop(Part part) {
        try {
            part.handle().close();
            tell.accept("  ■ " + part.name() + "を止めました");
        } catch (Exception e) {
            tell.accept("  ✗ " + part.name() + "が止まりません: " + e.getMessage());
        }
    }
}
