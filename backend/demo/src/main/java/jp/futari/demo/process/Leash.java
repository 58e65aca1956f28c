package jp.futari.demo.process;

import java.io.IOException;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * つなぎひも: the main class around a child's main class. The parent holds the other end of standard input; when the parent dies,
 * even by kill -9, the pipe closes and the child ends. Ctrl-C in the terminal is left to the parent, which stops its children in order.
 */
public final class Leash {

    private static final long PATIENCE_MILLIS = 10_000;

    private Leash() {
    }

    /** The first argument is the child's main class, the others are its own arguments. */
    public static void main(String[] args) throws Throwable {
        leaveToParent("INT");
        leaveToParent("HUP");
        daemon("leash", Leash::endWithParent);
        var own = new String[args.length - 1];
        System.arraycopy(args, 1, own, 0, own.length);
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) own);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void leaveToParent(String signal) {
        try {
            Signal.handle(new Signal(signal), SignalHandler.SIG_IGN);
        } catch (IllegalArgumentException e) {
            // a system without this signal, or a virtual machine that was told to leave signals alone
        }
    }

    private static void endWithParent() {
        waitForEndOfInput();
        daemon("leash-patience", Leash::haltAfterPatience);
        System.exit(1);
    }

    private static void waitForEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // the parent writes nothing; only the end of the pipe counts
            }
        } catch (IOException e) {
            // a broken pipe is the end as well
        }
    }

    private static void haltAfterPatience() {
        try {
            Thread.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
