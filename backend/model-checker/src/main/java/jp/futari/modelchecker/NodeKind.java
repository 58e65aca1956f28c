package jp.futari.modelchecker;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The flow nodes of the closed vocabulary (rule 0), each with the events it may be. */
enum NodeKind {
    START_EVENT("startEvent", EventKind.NONE, EventKind.MESSAGE, EventKind.TIMER),
    END_EVENT("endEvent", EventKind.NONE, EventKind.TERMINATE),
    CATCH_EVENT("intermediateCatchEvent", EventKind.MESSAGE, EventKind.TIMER),
    THROW_EVENT("intermediateThrowEvent", EventKind.MESSAGE),
    BOUNDARY_EVENT("boundaryEvent", EventKind.MESSAGE, EventKind.TIMER, EventKind.ESCALATION),
    USER_TASK("userTask", EventKind.NONE),
    SERVICE_TASK("serviceTask", EventKind.NONE),
    SEND_TASK("sendTask", EventKind.NONE),
    RECEIVE_TASK("receiveTask", EventKind.NONE),
    CALL_ACTIVITY("callActivity", EventKind.NONE),
    SUB_PROCESS("subProcess", EventKind.NONE),
    EXCLUSIVE_GATEWAY("exclusiveGateway", EventKind.NONE),
    PARALLEL_GATEWAY("parallelGateway", EventKind.NONE),
    EVENT_BASED_GATEWAY("eventBasedGateway", EventKind.NONE);

    private final String element;
    private final Set<EventKind> events;

    NodeKind(String element, EventKind first, EventKind... others) {
        this.element = element;
        this.events = EnumSet.of(first, others);
    }

    static Optional<NodeKind> named(String element) {
        return Arrays.stream(values()).filter(kind -> kind.element.equals(element)).findFirst();
    }

    String element() {
        return element;
    }

    boolean mayBe(EventKind event) {
        return events.contains(event);
    }

    Set<EventKind> events() {
        return events;
    }

    /** Work that a delegate does, without a person. */
    boolean isRobot() {
        return this == SERVICE_TASK || this == SEND_TASK || this == THROW_EVENT;
    }

    /** A node with nodes of its own inside: laid out in place. */
    boolean isContainer() {
        return this == SUB_PROCESS || this == CALL_ACTIVITY;
    }

    /** Something that takes its time, so that a boundary event can sit on it. */
    boolean isActivity() {
        return isContainer() || this == USER_TASK || this == SERVICE_TASK || this == SEND_TASK || this == RECEIVE_TASK;
    }
}
