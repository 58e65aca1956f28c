package jp.futari.modelchecker;

/** 確認の記録, as the model sees it: a confirmed step of a running process, or the approved start of one. */
record Approval(CallPath path, String key) {

    static final String START = "start";

    static Approval ofStep(Place step) {
        return new Approval(step.path(), step.node().stepKey());
    }

    static Approval ofStart(CallPath path) {
        return new Approval(path, START);
    }
}
