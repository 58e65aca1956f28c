package jp.futari.modelchecker;

import static jp.futari.modelchecker.NodeKind.BOUNDARY_EVENT;
import static jp.futari.modelchecker.NodeKind.CALL_ACTIVITY;
import static jp.futari.modelchecker.NodeKind.CATCH_EVENT;
import static jp.futari.modelchecker.NodeKind.EVENT_BASED_GATEWAY;
import static jp.futari.modelchecker.NodeKind.EXCLUSIVE_GATEWAY;
import static jp.futari.modelchecker.NodeKind.SUB_PROCESS;
import static jp.futari.modelchecker.NodeKind.THROW_EVENT;
import static jp.futari.modelchecker.NodeKind.USER_TASK;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be said of one node by itself and its neighbours, without letting tokens run (parts of rules 0, 1, 3, 4, 5). */
final class ElementRules {

    private static final Set<String> BINDINGS = Set.of("", "latest", "deployment");
    private static final Set<String> APPROVALS = Set.of("list", "standing");
    private static final Set<String> TRUTHS = Set.of("true", "false");

    private final Models models;
    private final Findings findings;
    private final Map<String, Long> stepKeys;
    private ProcessModel process;
    private Node node;

    private ElementRules(Models models, Findings findings) {
        this.models = models;
        this.findings = findings;
        this.stepKeys = models.stepKeys();
    }

    static void check(Models models, Findings findings) {
        var rules = new ElementRules(models, findings);
        models.all().forEach(rules::check);
    }

    private void check(ProcessModel next) {
        process = next;
        if (process.starts().isEmpty()) {
            findings.add(process.id(), process.id(), 0, "no start event");
        }
        process.nodes().forEach(this::check);
    }

    private void check(Node next) {
        node = next;
        unless(node.kind().mayBe(node.event()), 0, "a " + node.event().word() + " " + node.kind().element() + " is not allowed");
        unless(!node.isMany() || !models.holdsStep(process, node), 0, "multi-instance on or around a human step");
        unless(!node.isInStep() || !isAsynchronous(), 1, "nothing inside a human step is asynchronous");
        flows();
        boundary();
        subProcess();
        call();
        robot();
        start();
        userTask();
        step();
    }

    private void flows() {
        for (var flow : node.flows()) {
            unless(flow.conditions().size() < 2, 0, flow.id() + " has more than one condition");
            unless(!flow.isConditional() || Expressions.isCondition(flow.condition()), 0, "the condition of " + flow.id() + " must read ${name == 'value'}");
            unless(!flow.isConditional() || node.kind() == EXCLUSIVE_GATEWAY, 0, flow.id() + ": only flows of an exclusive gateway have conditions");
        }
        unless(node.kind() != EVENT_BASED_GATEWAY || node.flows().stream().allMatch(flow -> flow.target().kind() == CATCH_EVENT), 0,
                "only catch events may follow");
    }

    private void boundary() {
        if (node.kind() != BOUNDARY_EVENT) {
            return;
        }
        unless(node.host() == null || node.host().kind().isActivity(), 0, "a boundary event sits on an activity");
        if (node.event() == EventKind.TIMER) {
            unless(!node.interrupts(), 4, "an interrupting timer lets time decide");
        } else {
            unless(node.interrupts() && node.host() != null && node.host().isStep(), 0,
                    "a " + node.event().word() + " boundary event must interrupt a human step");
        }
    }

    private void subProcess() {
        if (node.kind() == SUB_PROCESS) {
            var starts = process.startsOf(node).stream().map(Node::event).toList();
            unless(starts.equals(List.of(EventKind.NONE)), 0, "needs one plain start");
        }
    }

    private void call() {
        if (node.kind() != CALL_ACTIVITY) {
            return;
        }
        var called = models.process(node.calledProcess());
        var constant = !node.calledProcess().isEmpty() && !node.calledProcess().contains("{");
        unless(constant, 0, "calledElement must be constant");
        unless(!constant || called != null, 5, "called process " + node.calledProcess() + " is not among these models");
        unless(called == null || called.plainStart(null).isPresent(), 5, "called process " + node.calledProcess() + " has no plain start event");
        unless(BINDINGS.contains(node.camunda("calledElementBinding")), 5, "another version of the called process is not proven");
    }

    private void robot() {
        if (!node.kind().isRobot()) {
            return;
        }
        unless(hasDelegate(), 0, "needs a delegate: class or ${bean}");
        unless(Expressions.isKey(node.marks().get(Marks.EFFECT, "")), 3, "effect must be a key of the catalogue or none");
        unless(!node.hasEffect() || !node.marks().get(Marks.APPROVED_BY, "").isEmpty(), 3, "effect " + node.effect() + " names no approvedBy");
    }

    private boolean hasDelegate() {
        var definitions = Xml.children(node.element(), Xml.BPMN, EventKind.MESSAGE.definition());
        var holder = node.kind() == THROW_EVENT && !definitions.isEmpty() ? definitions.get(0) : node.element();
        var bean = holder.getAttributeNS(Xml.CAMUNDA, "delegateExpression");
        return bean.isEmpty() ? Expressions.isJavaClass(holder.getAttributeNS(Xml.CAMUNDA, "class")) : Expressions.isVariable(bean);
    }

    private void start() {
        if (node.startsFromApproval()) {
            unless(node.scope() == null && APPROVALS.contains(node.marks().get(Marks.APPROVAL, "")), 3,
                    "approval is list or standing, on a start event of the process");
        }
    }

    private void userTask() {
        if (node.kind() != USER_TASK) {
            return;
        }
        var groups = node.camunda("candidateGroups");
        unless(node.isInStep(), 1, "user task outside a human step");
        unless(!groups.isEmpty() && !groups.contains("{"), 1, "user task without constant candidateGroups");
        unless(!node.camunda("formRef").isEmpty() || !node.camunda("formKey").isEmpty(), 1, "user task without a form");
    }

    private void step() {
        var key = node.marks().get(Marks.HUMAN_STEP, "");
        unless(!node.marks().has(Marks.HUMAN_STEP) || Expressions.isKey(key) && !key.equals("start"), 1, "humanStep " + key + " is no key");
        if (node.isStep()) {
            unless(stepKeys.get(key) == 1, 5, "step key " + key + " is used twice");
            StepShape.of(process, node).faults().forEach(fault -> unless(false, 1, fault));
        }
        var unknown = node.marks().list(Marks.APART_FROM).stream().filter(other -> !stepKeys.containsKey(other)).toList();
        unless(unknown.isEmpty(), 1, "apartFrom names no step: " + unknown);
        unless(TRUTHS.contains(node.marks().get(Marks.CRITICAL, "true")), 1, "critical must be true or false");
    }

    private boolean isAsynchronous() {
        return "true".equalsIgnoreCase(node.camunda("asyncBefore")) || "true".equalsIgnoreCase(node.camunda("asyncAfter"));
    }

    private void unless(boolean holds, int rule, String message) {
        if (!holds) {
            findings.add(process.id(), node.id(), rule, message);
        }
    }
}
