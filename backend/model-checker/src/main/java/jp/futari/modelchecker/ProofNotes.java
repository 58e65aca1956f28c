package jp.futari.modelchecker;

import java.util.HashSet;
import java.util.Set;

/** What the proofs of all processes have seen together: which nodes were reached, which processes were laid out, which call themselves. */
final class ProofNotes {

    private final Set<Node> nodes = new HashSet<>();
    private final Set<ProcessModel> called = new HashSet<>();
    private final Set<ProcessModel> recursive = new HashSet<>();

    void reached(Node node) {
        nodes.add(node);
    }

    void laidOut(ProcessModel process) {
        called.add(process);
    }

    void callsItself(ProcessModel process) {
        recursive.add(process);
    }

    boolean hasReached(Node node) {
        return nodes.contains(node);
    }

    /** A process that no call has laid out, or that calls itself, has to be proven alone as well. */
    boolean mustBeProvenAlone(ProcessModel process) {
        return !called.contains(process) || recursive.contains(process);
    }
}
