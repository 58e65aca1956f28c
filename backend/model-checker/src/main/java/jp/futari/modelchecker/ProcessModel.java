package jp.futari.modelchecker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** One process: its nodes by id, the insides of its sub-processes too. */
final class ProcessModel {

    private final String id;
    private final Element element;
    private final String source;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    ProcessModel(Element element, String source) {
        this.id = Xml.id(element);
        this.element = element;
        this.source = source;
    }

    void add(Node node) {
        nodes.put(node.id(), node);
    }

    String id() {
        return id;
    }

    /** The file it was read from. */
    String source() {
        return source;
    }

    /** The names of the messages it can receive. */
    Set<String> messages() {
        var refs = nodes.values().stream().filter(node -> node.event() == EventKind.MESSAGE || node.kind() == NodeKind.RECEIVE_TASK)
                .flatMap(node -> Xml.all(node.element()).stream()).map(part -> part.getAttribute("messageRef")).collect(Collectors.toSet());
        return Xml.children(element.getOwnerDocument().getDocumentElement(), Xml.BPMN, "message").stream()
                .filter(message -> refs.contains(Xml.id(message))).map(message -> message.getAttribute("name")).collect(Collectors.toSet());
    }

    String label() {
        return element.getAttribute("name");
    }

    Node node(String nodeId) {
        return nodes.get(nodeId);
    }

    Collection<Node> nodes() {
        return nodes.values();
    }

    List<Node> inside(Node scope) {
        return nodes.values().stream().filter(node -> node.scope() == scope).toList();
    }

    List<Node> within(Node container) {
        var within = new ArrayList<Node>();
        for (var node : nodes.values()) {
            for (var around = node; around != null; around = around.scope()) {
                if (around == container) {
                    within.add(node);
                    break;
                }
            }
        }
        return within;
    }

    /** The start events of the process itself. */
    List<Node> starts() {
        return startsOf(null);
    }

    List<Node> startsOf(Node scope) {
        return inside(scope).stream().filter(node -> node.kind() == NodeKind.START_EVENT).toList();
    }

    Optional<Node> plainStart(Node scope) {
        return startsOf(scope).stream().filter(start -> start.event() == EventKind.NONE).findFirst();
    }

    boolean startsFromApproval() {
        return starts().stream().anyMatch(Node::startsFromApproval);
    }

    List<Node> steps() {
        return nodes.values().stream().filter(Node::isStep).toList();
    }

    boolean hasStep(String key) {
        return steps().stream().anyMatch(step -> step.stepKey().equals(key));
    }
}
