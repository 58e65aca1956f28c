package jp.futari.modelchecker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** 印: our marks on a node, written as extension properties (two-persons.md, section 2). */
final class Marks {

    static final String HUMAN_STEP = "humanStep";
    static final String APART_FROM = "apartFrom";
    static final String CRITICAL = "critical";
    static final String DUTY = "duty";
    static final String APPROVAL = "approval";
    static final String EFFECT = "effect";
    static final String APPROVED_BY = "approvedBy";

    private static final Set<NodeKind> ROBOTS = Set.of(NodeKind.SERVICE_TASK, NodeKind.SEND_TASK, NodeKind.THROW_EVENT);
    private static final Map<String, Set<NodeKind>> PLACES = Map.of(
            HUMAN_STEP, Set.of(NodeKind.SUB_PROCESS), APART_FROM, Set.of(NodeKind.SUB_PROCESS), CRITICAL, Set.of(NodeKind.SUB_PROCESS),
            DUTY, Set.of(NodeKind.USER_TASK), APPROVAL, Set.of(NodeKind.START_EVENT), EFFECT, ROBOTS, APPROVED_BY, ROBOTS);

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    static Marks on(Element element) {
        var marks = new Marks();
        for (var extension : Xml.children(element, Xml.BPMN, "extensionElements")) {
            for (var properties : Xml.children(extension, Xml.CAMUNDA, "properties")) {
                Xml.children(properties).forEach(marks::add);
            }
        }
        return marks;
    }

    private void add(Element property) {
        values.computeIfAbsent(property.getAttribute("name"), name -> new ArrayList<>()).add(property.getAttribute("value").trim());
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).map(given -> given.get(given.size() - 1));
    }

    String get(String name, String otherwise) {
        return get(name).orElse(otherwise);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The keys in a comma-separated mark. */
    List<String> list(String name) {
        return Arrays.stream(get(name, "").split(",")).map(String::trim).filter(key -> !key.isEmpty()).toList();
    }

    List<String> givenTwice() {
        return values.entrySet().stream().filter(mark -> mark.getValue().size() > 1).map(Map.Entry::getKey).toList();
    }

    List<String> misplacedOn(NodeKind kind) {
        return values.keySet().stream().filter(name -> PLACES.containsKey(name) && !PLACES.get(name).contains(kind)).toList();
    }
}
