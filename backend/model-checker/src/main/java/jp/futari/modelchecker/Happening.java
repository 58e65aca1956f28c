package jp.futari.modelchecker;

/** 出来事: what moved a case from one situation to the next. */
record Happening(What what, Approval approval) {

    enum What { START, CONFIRMATION, WITHDRAWAL, MESSAGE, TIMER, TERMINATION, EFFECT, MOVE }

    Happening(What what) {
        this(what, null);
    }
}
