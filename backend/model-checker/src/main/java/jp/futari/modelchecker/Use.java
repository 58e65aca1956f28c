package jp.futari.modelchecker;

/** An effect that has used up an approval, and where it stands. */
record Use(String effect, Approval approval, Place place) {

    boolean isSameAs(String otherEffect, Approval otherApproval) {
        return effect.equals(otherEffect) && approval.equals(otherApproval);
    }
}
