package jp.futari.modelchecker;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** Turns the XML of one process into nodes that know their neighbours. */
final class ProcessReader {

    private record LooseFlow(Element element, Node scope) {
    }

    private final Findings findings;
    private final ProcessModel process;
    private final List<LooseFlow> loose = new ArrayList<>();

    private ProcessReader(Element element, String source, Findings findings) {
        this.findings = findings;
        this.process = new ProcessModel(element, source);
    }

    static ProcessModel read(Element element, String source, Findings findings) {
        var reader = new ProcessReader(element, source, findings);
        reader.collect(element, null);
        reader.loose.forEach(reader::tie);
        reader.process.nodes().stream().filter(node -> node.kind() == NodeKind.BOUNDARY_EVENT).forEach(reader::attach);
        return reader.process;
    }

    private void collect(Element outer, Node scope) {
        for (var child : Xml.children(outer)) {
            if (child.getLocalName().equals("sequenceFlow")) {
                loose.add(new LooseFlow(child, scope));
            }
            NodeKind.named(child.getLocalName()).ifPresent(kind -> add(kind, child, scope));
        }
    }

    private void add(NodeKind kind, Element element, Node scope) {
        var node = new Node(kind, event(element), scope, element);
        process.add(node);
        node.marks().givenTwice().forEach(name -> wrong(node.id(), "property " + name + " is given twice"));
        node.marks().misplacedOn(kind).forEach(name -> wrong(node.id(), "property " + name + " has no place on a " + kind.element()));
        if (kind == NodeKind.SUB_PROCESS) {
            collect(element, node);
        }
    }

    private EventKind event(Element element) {
        var definitions = Xml.children(element).stream().map(Element::getLocalName).filter(name -> name.endsWith(EventKind.SUFFIX)).toList();
        if (definitions.size() > 1) {
            wrong(Xml.id(element), "more than one event definition");
        }
        return definitions.isEmpty() ? EventKind.NONE : EventKind.of(definitions.get(0));
    }

    private void tie(LooseFlow flow) {
        var id = Xml.id(flow.element());
        var source = process.node(flow.element().getAttribute("sourceRef"));
        var target = process.node(flow.element().getAttribute("targetRef"));
        if (source == null || target == null || source.scope() != flow.scope() || target.scope() != flow.scope()) {
            wrong(id, "sequence flow does not join two nodes of its own scope");
            return;
        }
        if (target.kind() == NodeKind.START_EVENT || target.kind() == NodeKind.BOUNDARY_EVENT) {
            wrong(target.id(), "a sequence flow leads into this event");
        }
        source.leadsTo(new Flow(id, target, Xml.children(flow.element(), Xml.BPMN, "conditionExpression")));
    }

    private void attach(Node border) {
        var host = process.node(border.element().getAttribute("attachedToRef"));
        if (host == null || host.scope() != border.scope()) {
            wrong(border.id(), "boundary event without its activity");
        } else {
            border.attachTo(host);
        }
    }

    private void wrong(String element, String message) {
        findings.add(process.id(), element, 0, message);
    }
}
