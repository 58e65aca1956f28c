package jp.futari.modelchecker;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** One flow node of a process, joined with its neighbours. Two nodes are the same only if they are the same object. */
final class Node {

    static final String NO_EFFECT = "none";

    private final String id;
    private final NodeKind kind;
    private final EventKind event;
    private final Node scope;
    private final Element element;
    private final Marks marks;
    private final List<Flow> flows = new ArrayList<>();
    private final List<Node> borders = new ArrayList<>();
    private int arrivals;
    private Node host;

    Node(NodeKind kind, EventKind event, Node scope, Element element) {
        this.id = Xml.id(element);
        this.kind = kind;
        this.event = event;
        this.scope = scope;
        this.element = element;
        this.marks = Marks.on(element);
    }

    void leadsTo(Flow flow) {
        flows.add(flow);
        flow.target().arrivals++;
    }

    void attachTo(Node activity) {
        host = activity;
        activity.borders.add(this);
    }

    String id() {
        return id;
    }

    NodeKind kind() {
        return kind;
    }

    EventKind event() {
        return event;
    }

    boolean is(NodeKind wanted, EventKind wantedEvent) {
        return kind == wanted && event == wantedEvent;
    }

    /** The sub-process around it, or null at the top of the process. */
    Node scope() {
        return scope;
    }

    Element element() {
        return element;
    }

    Marks marks() {
        return marks;
    }

    List<Flow> flows() {
        return flows;
    }

    /** The boundary events on it. */
    List<Node> borders() {
        return borders;
    }

    /** The activity a boundary event sits on, or null. */
    Node host() {
        return host;
    }

    /** How many sequence flows come in. */
    int arrivals() {
        return arrivals;
    }

    String label() {
        return element.getAttribute("name");
    }

    String camunda(String attribute) {
        return Xml.camunda(element, attribute);
    }

    boolean isStep() {
        return !stepKey().isEmpty();
    }

    /** The key of the human step, or empty. */
    String stepKey() {
        return kind == NodeKind.SUB_PROCESS ? marks.get(Marks.HUMAN_STEP, "") : "";
    }

    boolean isInStep() {
        return scope != null && scope.isStep();
    }

    String effect() {
        return kind.isRobot() ? marks.get(Marks.EFFECT, NO_EFFECT) : NO_EFFECT;
    }

    boolean hasEffect() {
        return !NO_EFFECT.equals(effect());
    }

    String calledProcess() {
        return element.getAttribute("calledElement");
    }

    boolean isMany() {
        return !Xml.children(element, Xml.BPMN, Vocabulary.LOOP).isEmpty();
    }

    boolean interrupts() {
        return !"false".equals(element.getAttribute("cancelActivity"));
    }

    boolean isReminderTimer() {
        return is(NodeKind.BOUNDARY_EVENT, EventKind.TIMER) && !interrupts();
    }

    boolean isCycle() {
        return Xml.all(element).stream().anyMatch(part -> Xml.is(part, Xml.BPMN, "timeCycle"));
    }

    boolean startsFromApproval() {
        return kind == NodeKind.START_EVENT && marks.has(Marks.APPROVAL);
    }

    /** Waits for word from outside. */
    boolean listens() {
        return kind == NodeKind.RECEIVE_TASK || is(NodeKind.CATCH_EVENT, EventKind.MESSAGE);
    }

    boolean isJoin() {
        return kind == NodeKind.PARALLEL_GATEWAY && arrivals > 1;
    }

    /** A token stays here long enough for others to move, or for what happens here to be judged. */
    boolean rests() {
        return listens() || hasEffect() || kind == NodeKind.EVENT_BASED_GATEWAY || event == EventKind.TERMINATE || !borders.isEmpty();
    }

    @Override
    public String toString() {
        return id;
    }
}
