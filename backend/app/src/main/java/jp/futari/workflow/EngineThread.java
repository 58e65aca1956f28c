package jp.futari.workflow;

/** A thread the engine works on: only here may job commands run. */
final class EngineThread extends Thread {

    EngineThread(Runnable work, String name) {
        super(work, name);
        setDaemon(true);
    }

    static boolean isCurrent() {
        return Thread.currentThread() instanceof EngineThread;
    }
}
