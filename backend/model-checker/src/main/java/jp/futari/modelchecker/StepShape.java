package jp.futari.modelchecker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * 工程の形: rule 1. Start, do, check and one question stand in line; one answer ends the step, every other one returns to the do task.
 * Beside the line only reminders may hang, each with an end of its own.
 */
final class StepShape {

    private final List<Node> inside;
    private final List<String> faults = new ArrayList<>();

    private Node start;
    private Node doing;
    private Node checking;
    private Node question;
    private Node end;

    private StepShape(ProcessModel process, Node step) {
        inside = process.inside(step);
    }

    static StepShape of(ProcessModel process, Node step) {
        var shape = new StepShape(process, step);
        shape.judge();
        return shape;
    }

    List<String> faults() {
        return faults;
    }

    /** The do task, or null where the shape is broken. */
    Node doing() {
        return doing;
    }

    /** The check task, or null where the shape is broken. */
    Node checking() {
        return checking;
    }

    private void judge() {
        start = only(node -> node.kind() == NodeKind.START_EVENT);
        doing = only(node -> hasDuty(node, "do"));
        checking = only(node -> hasDuty(node, "check"));
        question = only(node -> node.kind() == NodeKind.EXCLUSIVE_GATEWAY);
        if (start == null || doing == null || checking == null || question == null) {
            faults.add("a human step has exactly one start, one do, one check and one gateway");
            return;
        }
        leadsAlone(start, doing);
        leadsAlone(doing, checking);
        leadsAlone(checking, question);
        if (findEnd()) {
            inside.stream().filter(node -> !isOfTheLine(node)).forEach(this::judgeReminder);
        }
    }

    private static boolean hasDuty(Node node, String duty) {
        return node.kind() == NodeKind.USER_TASK && node.marks().get(Marks.DUTY, "").equals(duty);
    }

    private Node only(Predicate<Node> wanted) {
        var found = inside.stream().filter(wanted).toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    private void leadsAlone(Node from, Node to) {
        if (from.flows().size() != 1 || from.flows().get(0).target() != to) {
            faults.add(from.id() + " must lead to " + to.id() + " alone");
        }
    }

    private boolean findEnd() {
        var out = question.flows().stream().filter(flow -> flow.target() != doing).toList();
        if (out.size() != 1 || question.flows().size() < 2 || !out.get(0).target().is(NodeKind.END_EVENT, EventKind.NONE)) {
            faults.add("of the flows of " + question.id() + " one leads to the plain end, every other one back to " + doing.id());
            return false;
        }
        var yes = out.get(0);
        end = yes.target();
        if (!Expressions.asks(yes.condition(), "confirmed", "yes") || question.element().getAttribute("default").equals(yes.id())) {
            faults.add(yes.id() + " must need ${confirmed == 'yes'} and not be the default");
        }
        return true;
    }

    private boolean isOfTheLine(Node node) {
        return node == start || node == doing || node == checking || node == question || node == end;
    }

    private void judgeReminder(Node node) {
        var reminds = node.isReminderTimer() || node.kind() == NodeKind.SERVICE_TASK && !node.hasEffect();
        if (!reminds && !node.is(NodeKind.END_EVENT, EventKind.NONE)) {
            faults.add(node.id() + " (" + node.kind().element() + ") does not belong in a human step");
        } else if (reminds && !leadsToOwnEnd(node)) {
            faults.add("reminder " + node.id() + " must lead to its own end");
        }
    }

    private boolean leadsToOwnEnd(Node reminder) {
        var passed = new HashSet<Node>();
        var node = reminder;
        while (node.kind() != NodeKind.END_EVENT && node.flows().size() == 1 && !isOfTheLine(node) && passed.add(node)) {
            node = node.flows().get(0).target();
        }
        return node.is(NodeKind.END_EVENT, EventKind.NONE) && node != end;
    }
}
