package jp.futari.modelchecker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The approvals of a case at one moment: rule 3, sentence by sentence.
 *
 * @param valid    in the order of confirmation
 * @param reopened steps that were confirmed, are entered again and not yet confirmed anew
 * @param used     what effects have used up of the valid approvals
 */
record Ledger(List<Approval> valid, Set<Approval> reopened, Set<Use> used) {

    static final Ledger EMPTY = new Ledger(List.of(), Set.of(), Set.of());

    Ledger {
        valid = List.copyOf(valid);
        reopened = Set.copyOf(reopened);
        var still = valid;
        used = used.stream().filter(use -> still.contains(use.approval())).collect(Collectors.toUnmodifiableSet());
    }

    boolean isValid(Approval approval) {
        return valid.contains(approval);
    }

    /** Entering a confirmed step again ends its approval and every later one; entering a step for the first time ends none. */
    Ledger entered(Approval step) {
        return isValid(step) ? new Ledger(valid.subList(0, valid.indexOf(step)), with(reopened, step), used) : this;
    }

    /** A confirmation counts, unless an earlier step is open again: then it is one of the later ones that ended. */
    Ledger confirmed(Approval step) {
        var open = without(reopened, step::equals);
        var kept = new ArrayList<>(valid);
        kept.remove(step);
        if (open.isEmpty()) {
            kept.add(step);
        }
        return new Ledger(kept, open, without(used, use -> use.approval().equals(step)));
    }

    /** A withdrawal approves nothing and ends all (rule 2). */
    Ledger withdrawn(Approval step) {
        return new Ledger(List.of(), without(reopened, step::equals), Set.of());
    }

    /** Word from outside ends all approvals given before it. */
    Ledger interrupted() {
        return new Ledger(List.of(), reopened, Set.of());
    }

    /** A called process begins with nothing of its own, but perhaps with the approval its start asks for. */
    Ledger called(CallPath child, boolean approvedStart) {
        var kept = new ArrayList<>(valid);
        kept.removeIf(approval -> approval.path().isWithin(child));
        if (approvedStart) {
            kept.add(Approval.ofStart(child));
        }
        return new Ledger(kept, without(reopened, approval -> approval.path().isWithin(child)), used);
    }

    /** No approval of a called process survives it. */
    Ledger returned(CallPath child) {
        var kept = new ArrayList<>(valid);
        kept.removeIf(approval -> approval.path().equals(child));
        return new Ledger(kept, without(reopened, approval -> approval.path().equals(child)), used);
    }

    /** The approvals of a process that has begun from one. */
    Ledger started(CallPath path) {
        return new Ledger(List.of(Approval.ofStart(path)), reopened, used);
    }

    boolean hasUsed(String effect, Approval approval) {
        return used.stream().anyMatch(use -> use.isSameAs(effect, approval));
    }

    Ledger using(Use use) {
        return new Ledger(valid, reopened, with(used, use));
    }

    /** The next row of a multi-instance has other items, so what happened inside for the last one does not count. */
    Ledger nextRow(Place container) {
        return new Ledger(valid, reopened, without(used, use -> use.place().isWithin(container)));
    }

    private static <T> Set<T> with(Set<T> some, T more) {
        var all = new HashSet<>(some);
        all.add(more);
        return all;
    }

    private static <T> Set<T> without(Set<T> some, Predicate<T> gone) {
        return some.stream().filter(gone.negate()).collect(Collectors.toSet());
    }
}
