package jp.futari.modelchecker;

import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * モデル検査: judges process models against section 2 of two-persons.md, rules 0 to 5, and rule 6 where a roster is given.
 *
 * <p>All models that run together must be judged together: calls, step keys and process ids reach over files.
 */
public final class ModelChecker {

    private ModelChecker() {
    }

    /** Judges models, for instance those about to be deployed. */
    public static Report check(Collection<ModelSource> sources) {
        return judge(sources, new Findings(), null);
    }

    /** Judges models and proves that the people of the roster can staff every step (rule 6). */
    public static Report check(Collection<ModelSource> sources, Roster roster) {
        return judge(sources, new Findings(), roster);
    }

    /** Judges a folder: its models, and that nothing else lies in it (rule 5). */
    public static Report checkFolder(Path folder) {
        return checkFolder(folder, null);
    }

    /** Judges a folder and its staffing. */
    public static Report checkFolder(Path folder, Roster roster) {
        var findings = new Findings();
        return judge(ModelFolder.read(folder, findings), findings, roster);
    }

    private static Report judge(Collection<ModelSource> sources, Findings findings, Roster roster) {
        var models = Models.read(sources, findings);
        ElementRules.check(models, findings);
        ProofPlan.carryOut(models, findings);
        if (roster != null) {
            Staffing.check(models, roster, findings);
        }
        var nodes = models.nodes();
        return new Report(findings.all(), models.all().size(), count(nodes, Node::isStep), count(nodes, node -> node.kind() == NodeKind.USER_TASK),
                count(nodes, Node::hasEffect));
    }

    private static int count(Collection<Node> nodes, Predicate<Node> wanted) {
        return (int) nodes.stream().filter(wanted).count();
    }
}
