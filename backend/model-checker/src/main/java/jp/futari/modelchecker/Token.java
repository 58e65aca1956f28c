package jp.futari.modelchecker;

import java.util.Collection;

/** A token that rests: at a waiting node, around a running sub-process, or as the armed timer of an activity. */
record Token(Place place, Lapse lapse) {

    Token(Place place) {
        this(place, Lapse.NONE);
    }

    /** Approvals that are no longer valid for anybody need no remembering. */
    Token only(Collection<Approval> valid) {
        return valid.containsAll(lapse.approvals()) ? this : new Token(place, lapse.only(valid));
    }
}
