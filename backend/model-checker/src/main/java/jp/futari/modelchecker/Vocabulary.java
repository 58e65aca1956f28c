package jp.futari.modelchecker;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** 閉じた語彙: rule 0. What is not in these tables is refused, wherever it stands in the file. */
final class Vocabulary {

    static final String LOOP = "multiInstanceLoopCharacteristics";

    /** Drawing and colours: they say nothing to the engine. */
    private static final Set<String> HARMLESS = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI", "http://www.omg.org/spec/DD/20100524/DI", "http://www.omg.org/spec/DD/20100524/DC",
            "http://bpmn.io/schema/bpmn/biocolor/1.0", "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://camunda.org/schema/modeler/1.0", "http://www.w3.org/2001/XMLSchema-instance");

    /** Elements for readers; what stands inside is not looked at, because the engine does not either. */
    private static final Set<String> NOTES = words("laneSet textAnnotation association group dataObject dataObjectReference "
            + "dataStoreReference documentation incoming outgoing");

    private static final Map<String, Set<String>> HOLDS = holds();

    private static final Map<String, Set<String>> EXTENSIONS = Map.of(
            "extensionElements", words("properties in out field failedJobRetryTimeCycle"),
            "properties", words("property"), "field", words("string"));

    private static final Set<String> ENGINE_ATTRIBUTES = words("asyncBefore asyncAfter exclusive jobPriority historyTimeToLive versionTag "
            + "isStartableInTasklist candidateStarterGroups initiator candidateGroups formKey formRef formRefBinding formRefVersion dueDate "
            + "followUpDate priority delegateExpression class calledElementBinding collection elementVariable");

    private static final Set<String> MUST_BE_FALSE = words("isForCompensation triggeredByEvent instantiate");

    private final Findings findings;

    Vocabulary(Findings findings) {
        this.findings = findings;
    }

    void check(Element definitions, String file) {
        check(definitions, file, "");
    }

    private void check(Element element, String where, String owner) {
        var id = Xml.id(element).isEmpty() ? owner : Xml.id(element);
        var place = element.getLocalName().equals("process") ? Xml.id(element) : where;
        checkAttributes(element, place, id);
        checkText(element, place, id);
        if (!NOTES.contains(element.getLocalName()) && !element.getLocalName().equals("collaboration")) {
            Xml.children(element).forEach(child -> checkChild(element, child, place, id));
        }
    }

    private void checkChild(Element element, Element child, String where, String owner) {
        if (mayHold(element, child)) {
            check(child, where, owner);
        } else if (!HARMLESS.contains(child.getNamespaceURI())) {
            var id = Xml.id(child).isEmpty() ? owner : Xml.id(child);
            findings.add(where, id, 0, child.getLocalName() + " is not allowed in " + element.getLocalName());
        }
    }

    private static boolean mayHold(Element outer, Element inner) {
        var kind = outer.getLocalName();
        var name = inner.getLocalName();
        if (Xml.isCamunda(inner)) {
            return EXTENSIONS.getOrDefault(kind, Set.of()).contains(name);
        }
        return Xml.isBpmn(outer) && Xml.isBpmn(inner)
                && (name.equals("extensionElements") || NOTES.contains(name) || HOLDS.getOrDefault(kind, Set.of()).contains(name));
    }

    private void checkAttributes(Element element, String where, String owner) {
        for (var attribute : Xml.attributes(element)) {
            if (!HARMLESS.contains(String.valueOf(attribute.getNamespaceURI())) && isForbidden(element, attribute)) {
                findings.add(where, owner, 0, attribute.getName() + "=\"" + attribute.getValue() + "\" is not allowed");
            }
        }
    }

    private static boolean isForbidden(Element element, Attr attribute) {
        var name = attribute.getLocalName();
        var value = attribute.getValue();
        if (attribute.getNamespaceURI() != null) {
            return !Xml.CAMUNDA.equals(attribute.getNamespaceURI()) || !ENGINE_ATTRIBUTES.contains(name);
        }
        if (name.equals("cancelActivity")) {
            return !value.equals("true") && !value.equals("false");
        }
        return name.equals("language") || MUST_BE_FALSE.contains(name) && !value.equals("false") || passesTooMuch(element, name, value);
    }

    /** Call activities pass named ids only, and nobody hands back the answer of a check. */
    private static boolean passesTooMuch(Element element, String attribute, String value) {
        var out = Xml.is(element, Xml.CAMUNDA, "out");
        var in = Xml.is(element, Xml.CAMUNDA, "in");
        return (in || out) && attribute.equals("variables") || out && attribute.equals("target") && value.equals("confirmed");
    }

    private void checkText(Element element, String where, String owner) {
        if (element.getLocalName().equals("conditionExpression")) {
            return;
        }
        var values = Xml.attributes(element).stream().filter(attribute -> !isBusinessKey(element, attribute))
                .filter(attribute -> !HARMLESS.contains(String.valueOf(attribute.getNamespaceURI()))).map(Attr::getValue);
        Stream.concat(Stream.of(Xml.ownText(element)), values).filter(text -> !Expressions.isHarmless(text)).forEach(text ->
                findings.add(where, owner, 0, "expression " + text.trim() + ": only a plain variable is allowed here"));
    }

    private static boolean isBusinessKey(Element element, Attr attribute) {
        return Xml.is(element, Xml.CAMUNDA, "in") && attribute.getName().equals("businessKey") && attribute.getValue().equals(Expressions.BUSINESS_KEY);
    }

    private static Map<String, Set<String>> holds() {
        var nodes = Arrays.stream(NodeKind.values()).map(NodeKind::element).collect(toUnmodifiableSet());
        var holds = new HashMap<String, Set<String>>();
        holds.put("definitions", words("process message escalation collaboration category dataStore"));
        holds.put("process", with(nodes, "sequenceFlow"));
        holds.put("subProcess", with(nodes, "sequenceFlow", LOOP));
        holds.put("sequenceFlow", Set.of("conditionExpression"));
        holds.put("serviceTask", Set.of(LOOP));
        holds.put("sendTask", Set.of(LOOP));
        holds.put("callActivity", Set.of(LOOP));
        holds.put(LOOP, words("loopCardinality completionCondition"));
        holds.put("timerEventDefinition", words("timeDate timeDuration timeCycle"));
        for (var kind : NodeKind.values()) {
            if (!kind.events().equals(Set.of(EventKind.NONE))) {
                holds.put(kind.element(),
                        kind.events().stream().filter(event -> event != EventKind.NONE).map(EventKind::definition).collect(toUnmodifiableSet()));
            }
        }
        return Map.copyOf(holds);
    }

    private static Set<String> with(Set<String> words, String... more) {
        var all = new HashSet<>(words);
        all.addAll(Arrays.asList(more));
        return Set.copyOf(all);
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }
}
