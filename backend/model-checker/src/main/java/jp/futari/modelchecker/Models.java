package jp.futari.modelchecker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** All processes that are judged together, by id. Reading them applies the closed vocabulary (rule 0) and unique ids (rules 0, 5). */
final class Models {

    private static final Set<String> NEED_ID = Set.of("process", "sequenceFlow");

    private final Findings findings;
    private final Map<String, ProcessModel> processes = new LinkedHashMap<>();

    private Models(Findings findings) {
        this.findings = findings;
    }

    static Models read(Collection<ModelSource> sources, Findings findings) {
        var models = new Models(findings);
        sources.forEach(models::load);
        return models;
    }

    private void load(ModelSource source) {
        try {
            load(source.name(), Xml.parse(source.content()));
        } catch (SAXException unreadable) {
            findings.add(source.name(), "", 0, "not readable as XML: " + unreadable.getMessage());
        }
    }

    private void load(String file, Element definitions) {
        if (!Xml.is(definitions, Xml.BPMN, "definitions")) {
            findings.add(file, "", 0, "not a BPMN model");
            return;
        }
        new Vocabulary(findings).check(definitions, file);
        if (idsAreGood(file, definitions)) {
            Xml.all(definitions).stream().filter(element -> Xml.is(element, Xml.BPMN, "process")).forEach(element -> add(file, element));
        }
    }

    private boolean idsAreGood(String file, Element definitions) {
        var times = Xml.all(definitions).stream().filter(Xml::isBpmn).filter(Models::countsForIds)
                .collect(Collectors.groupingBy(Xml::id, LinkedHashMap::new, Collectors.counting()));
        times.forEach((id, count) -> {
            if (id.isEmpty()) {
                findings.add(file, "", 0, "an element has no id");
            } else if (count > 1) {
                findings.add(file, id, 0, "id is given " + count + " times");
            }
        });
        return !times.containsKey("");
    }

    private static boolean countsForIds(Element element) {
        return element.hasAttribute("id") || NEED_ID.contains(element.getLocalName()) || NodeKind.named(element.getLocalName()).isPresent();
    }

    private void add(String file, Element element) {
        if (processes.containsKey(Xml.id(element))) {
            findings.add(Xml.id(element), "", 5, "process id is used again in " + file);
        } else {
            var process = ProcessReader.read(element, file, findings);
            processes.put(process.id(), process);
        }
    }

    Collection<ProcessModel> all() {
        return processes.values();
    }

    /** The process of this id, or null. */
    ProcessModel process(String id) {
        return processes.get(id);
    }

    /** How often each step key is used over all models. */
    Map<String, Long> stepKeys() {
        return all().stream().flatMap(process -> process.steps().stream()).map(Node::stepKey)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Is this a human step, or is there one inside, called processes included? */
    boolean holdsStep(ProcessModel process, Node container) {
        return holdsStep(process, container, new HashSet<>());
    }

    private boolean holdsStep(ProcessModel process, Node container, Set<String> seen) {
        for (var node : process.within(container)) {
            if (node.isStep() || node.kind() == NodeKind.CALL_ACTIVITY && calledHoldsStep(node.calledProcess(), seen)) {
                return true;
            }
        }
        return false;
    }

    private boolean calledHoldsStep(String called, Set<String> seen) {
        var process = process(called);
        return process != null && seen.add(called)
                && process.nodes().stream().filter(node -> node.scope() == null).anyMatch(node -> holdsStep(process, node, seen));
    }

    List<Node> nodes() {
        var nodes = new ArrayList<Node>();
        all().forEach(process -> nodes.addAll(process.nodes()));
        return nodes;
    }
}
