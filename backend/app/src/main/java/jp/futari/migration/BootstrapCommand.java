package jp.futari.migration;

/** {@code futari bootstrap}: the first two administrators and the first two terminals, once. */
public final class BootstrapCommand {

    private BootstrapCommand() {
    }

    public static int run() {
        throw new IllegalStateException("bootstrap comes with the room access");
    }
}
