package jp.futari.modelchecker;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which process is proven from which start (rule 5): a called process inside its callers; alone too from each message or timer start, each
 * start marked {@code approval}, and from its plain start unless a reachable call leads to it; a recursive process always.
 */
final class ProofPlan {

    private final Models models;
    private final Findings findings;
    private final ProofNotes notes = new ProofNotes();
    private final Proof proof;
    private final Set<ProcessModel> provenAlone = new HashSet<>();

    private ProofPlan(Models models, Findings findings) {
        this.models = models;
        this.findings = findings;
        this.proof = new Proof(models, notes, findings);
    }

    static void carryOut(Models models, Findings findings) {
        var plan = new ProofPlan(models, findings);
        var called = plan.calledByOthers();
        models.all().forEach(process -> plan.prove(process, process.starts().stream().filter(start -> standsAlone(process, start, called)).toList()));
        models.all().forEach(plan::proveWhatNoCallReached);
        models.all().forEach(process -> process.nodes().forEach(node -> plan.complainIfUnreached(process, node)));
    }

    private Set<String> calledByOthers() {
        return models.all().stream().flatMap(process -> process.nodes().stream()
                .filter(node -> node.kind() == NodeKind.CALL_ACTIVITY).map(Node::calledProcess)
                .filter(called -> !called.equals(process.id()))).collect(Collectors.toSet());
    }

    private static boolean standsAlone(ProcessModel process, Node start, Set<String> called) {
        return !called.contains(process.id()) || start.event() != EventKind.NONE || start.startsFromApproval();
    }

    private void prove(ProcessModel process, List<Node> starts) {
        if (starts.stream().anyMatch(start -> start.event() == EventKind.NONE)) {
            provenAlone.add(process);
        }
        if (!starts.isEmpty()) {
            proof.run(process, starts);
        }
    }

    private void proveWhatNoCallReached(ProcessModel process) {
        if (!provenAlone.contains(process) && notes.mustBeProvenAlone(process)) {
            process.plainStart(null).ifPresent(start -> proof.run(process, List.of(start)));
        }
    }

    private void complainIfUnreached(ProcessModel process, Node node) {
        if ((node.isStep() || node.hasEffect()) && !notes.hasReached(node)) {
            findings.add(process.id(), node.id(), node.isStep() ? 1 : 3, "no path reaches it, so nothing is proven of it");
        }
    }
}
