package jp.futari.workflow;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/** All human steps and effects of the jar's models, by key. */
@Component
public class StepCatalogue {

    /** Steps whose submission is a frozen list. The closed vocabulary has no mark for it, so they are named here. */
    private static final Set<String> LIST_STEPS = Set.of("approve-register-load");

    /** How every model names its withdrawals, message and boundary event alike. */
    static final String WITHDRAWN = "Withdrawn";

    private final Map<String, StepDefinition> steps = new LinkedHashMap<>();
    private final Map<String, String> xml = new LinkedHashMap<>();
    private final List<EffectUse> effects = new ArrayList<>();
    private final Set<String> withdrawable = new HashSet<>();

    /** An effect as the model names it: where it stands and which bean applies it. */
    public record EffectUse(String processId, String elementId, String effect, String delegate) {
    }

    public StepCatalogue() {
        this(JarModels.load());
    }

    StepCatalogue(JarModels models) {
        models.files().values().forEach(this::read);
    }

    private void read(byte[] bytes) {
        BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
        for (Process process : model.getModelElementsByType(Process.class)) {
            xml.put(process.getId(), new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
            model.getModelElementsByType(SubProcess.class).stream().filter(s -> mark(s, "humanStep").isPresent()).forEach(s -> add(process.getId(), s));
            model.getModelElementsByType(FlowElement.class).stream().filter(e -> mark(e, "effect").isPresent())
                    .forEach(e -> effects.add(new EffectUse(process.getId(), e.getId(), mark(e, "effect").orElseThrow(), delegate(e))));
        }
    }

    private void add(String processId, SubProcess step) {
        String key = mark(step, "humanStep").orElseThrow();
        if (step.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream().anyMatch(e -> e.getAttachedTo().equals(step) && e.getId().endsWith(WITHDRAWN))) {
            withdrawable.add(key);
        }
        Map<String, UserTask> tasks = step.getChildElementsByType(UserTask.class).stream()
                .collect(Collectors.toMap(t -> mark(t, "duty").orElse("?"), t -> t));
        steps.put(key, new StepDefinition(processId, key, step.getId(), step.getName().replace("（2人）", ""), task(tasks.get("do")), task(tasks.get("check")),
                tasks.get("do").getCamundaFormKey(), csv(mark(step, "apartFrom").orElse("")), mark(step, "critical").map("true"::equals).orElse(false)));
    }

    private static StepDefinition.Task task(UserTask task) {
        return new StepDefinition.Task(task.getId(), task.getName(), csv(task.getCamundaCandidateGroups()));
    }

    private static Set<String> csv(String text) {
        return Arrays.stream(text.split(",")).map(String::trim).filter(s -> !s.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String delegate(FlowElement element) {
        String expression = element.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "delegateExpression");
        return expression == null ? "" : expression.replaceAll("[${}]", "");
    }

    static Optional<String> mark(BaseElement element, String name) {
        if (element.getExtensionElements() == null) {
            return Optional.empty();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .map(CamundaProperties::getCamundaProperties).flatMap(Collection::stream)
                .filter(p -> name.equals(p.getCamundaName())).map(CamundaProperty::getCamundaValue).findFirst();
    }

    /** @throws IllegalArgumentException for a key no model has */
    public StepDefinition step(String key) {
        return Optional.ofNullable(steps.get(key)).orElseThrow(() -> new IllegalArgumentException("no step " + key));
    }

    public Optional<StepDefinition> find(String key) {
        return Optional.ofNullable(steps.get(key));
    }

    /** Whether this step can be left by a withdrawal (取下げ). */
    public boolean listensToWithdrawal(String stepKey) {
        return withdrawable.contains(stepKey);
    }

    /** {@code list} where the step's confirmation approves a frozen list . */
    public String approvalKind(String stepKey) {
        return LIST_STEPS.contains(stepKey) ? "list" : "case";
    }

    public Collection<StepDefinition> steps() {
        return steps.values();
    }

    public List<StepDefinition> stepsOf(String processId) {
        return steps.values().stream().filter(s -> s.processId().equals(processId)).toList();
    }

    public List<EffectUse> effects() {
        return List.copyOf(effects);
    }

    /** The model's XML for the reader's diagram. */
    public Optional<String> xml(String processId) {
        return Optional.ofNullable(xml.get(processId));
    }
}
