package jp.futari.modelchecker;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * 時間は同意しない: the approvals that a timer which chose the way has ended for one token (rule 4).
 *
 * @param aside the token was sent off by a boundary timer, beside the ordinary path; its end has no say in what follows its scope
 */
record Lapse(Set<Approval> approvals, boolean aside) {

    static final Lapse NONE = new Lapse(Set.of(), false);

    Lapse {
        approvals = Set.copyOf(approvals);
    }

    /** What a boundary timer sends off. */
    static Lapse aside(Collection<Approval> valid) {
        return new Lapse(new HashSet<>(valid), true);
    }

    Lapse and(Lapse other) {
        return new Lapse(union(approvals, other.approvals), aside || other.aside);
    }

    Lapse and(Collection<Approval> valid) {
        return new Lapse(union(approvals, valid), aside);
    }

    Lapse without(Approval approval) {
        var left = new HashSet<>(approvals);
        left.remove(approval);
        return new Lapse(left, aside);
    }

    Lapse only(Collection<Approval> valid) {
        var left = new HashSet<>(approvals);
        left.retainAll(valid);
        return new Lapse(left, aside);
    }

    Lapse inside() {
        return new Lapse(approvals, false);
    }

    private static Set<Approval> union(Set<Approval> some, Collection<Approval> others) {
        var union = new HashSet<>(some);
        union.addAll(others);
        return union;
    }
}
