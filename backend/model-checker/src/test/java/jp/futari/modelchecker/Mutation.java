package jp.futari.modelchecker;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;

/** A model that is changed on purpose: what an attacker, or a tired drawer, might do to a good one. */
final class Mutation {

    private static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";

    private final String name;
    private final Element root;
    private int added;

    Mutation(ModelSource source) throws Exception {
        name = source.name();
        root = Xml.parse(source.content());
        Xml.children(root, DIAGRAM, "BPMNDiagram").forEach(root::removeChild);
    }

    /** A step is taken out of the path: what led to it leads to where it led. */
    void dropStep(String stepId) {
        var next = flows(flow -> flow.getAttribute("sourceRef").equals(stepId)).get(0).getAttribute("targetRef");
        flows(flow -> flow.getAttribute("targetRef").equals(stepId)).forEach(flow -> flow.setAttribute("targetRef", next));
    }

    /** A new flow leads past everything between two nodes. */
    void addFlow(Element scope, String from, String to) {
        var flow = scope.getOwnerDocument().createElementNS(Xml.BPMN, "sequenceFlow");
        flow.setAttribute("id", "Added_" + ++added);
        flow.setAttribute("sourceRef", from);
        flow.setAttribute("targetRef", to);
        scope.appendChild(flow);
    }

    /** The effect claims another approval. */
    void claim(Element effect, String approvedBy) {
        properties(effect, Marks.APPROVED_BY).forEach(property -> property.setAttribute("value", approvedBy));
    }

    /** A message is awaited between a step and what follows it. */
    void listenAfter(String stepId) {
        var flow = flows(candidate -> candidate.getAttribute("sourceRef").equals(stepId)).get(0);
        var receive = root.getOwnerDocument().createElementNS(Xml.BPMN, "receiveTask");
        receive.setAttribute("id", "Receive_" + ++added);
        flow.getParentNode().appendChild(receive);
        addFlow((Element) flow.getParentNode(), Xml.id(receive), flow.getAttribute("targetRef"));
        flow.setAttribute("targetRef", Xml.id(receive));
    }

    void eraseMark(Element element, String mark) {
        properties(element, mark).forEach(property -> property.getParentNode().removeChild(property));
    }

    List<Element> steps() {
        return elements("subProcess", step -> !properties(step, Marks.HUMAN_STEP).isEmpty());
    }

    List<Element> effects() {
        return elements("serviceTask", task -> !properties(task, Marks.APPROVED_BY).isEmpty());
    }

    List<Element> userTasks() {
        return elements("userTask", task -> true);
    }

    List<Element> starts() {
        return elements("startEvent", start -> start.getParentNode().getLocalName().equals("process"));
    }

    List<Element> flows(Predicate<Element> wanted) {
        return elements("sequenceFlow", wanted);
    }

    static String mark(Element element, String mark) {
        return properties(element, mark).get(0).getAttribute("value");
    }

    ModelSource changed() throws Exception {
        var out = new ByteArrayOutputStream();
        TransformerFactory.newDefaultInstance().newTransformer().transform(new DOMSource(root.getOwnerDocument()), new StreamResult(out));
        return new ModelSource(name, out.toByteArray());
    }

    private List<Element> elements(String kind, Predicate<Element> wanted) {
        return Xml.all(root).stream().filter(element -> Xml.is(element, Xml.BPMN, kind)).filter(wanted).toList();
    }

    private static List<Element> properties(Element element, String mark) {
        return Xml.children(element, Xml.BPMN, "extensionElements").stream().flatMap(extensions -> Xml.all(extensions).stream())
                .filter(property -> Xml.is(property, Xml.CAMUNDA, "property") && property.getAttribute("name").equals(mark)).toList();
    }
}
