package jp.futari.modelchecker;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** モデルの目録: what the models hold, read only. It judges nothing; ask {@link ModelChecker} first. */
public final class ModelCatalogue {

    private final Map<String, ProcessOutline> processes = new LinkedHashMap<>();
    private final Map<String, StepOutline> steps = new LinkedHashMap<>();

    private ModelCatalogue() {
    }

    /** Reads models that have been judged clean. */
    public static ModelCatalogue of(Collection<ModelSource> sources) {
        return of(Models.read(sources, new Findings()));
    }

    static ModelCatalogue of(Models models) {
        var catalogue = new ModelCatalogue();
        models.all().forEach(catalogue::add);
        return catalogue;
    }

    private void add(ProcessModel process) {
        var outlines = process.steps().stream().map(step -> StepOutline.of(process, step)).flatMap(Optional::stream).toList();
        var effects = process.nodes().stream().filter(Node::hasEffect).map(node -> EffectOutline.of(process, node)).toList();
        processes.put(process.id(), new ProcessOutline(process.id(), process.label(), process.source(), outlines, effects, process.messages()));
        outlines.forEach(step -> steps.putIfAbsent(step.key(), step));
    }

    public Collection<ProcessOutline> processes() {
        return List.copyOf(processes.values());
    }

    public Optional<ProcessOutline> process(String id) {
        return Optional.ofNullable(processes.get(id));
    }

    /** All human steps; their keys are unique over all models. */
    public Collection<StepOutline> steps() {
        return List.copyOf(steps.values());
    }

    public Optional<StepOutline> step(String key) {
        return Optional.ofNullable(steps.get(key));
    }

    /** The step a user task belongs to. */
    public Optional<StepOutline> stepOfTask(String processId, String taskId) {
        return process(processId).stream().flatMap(process -> process.steps().stream())
                .filter(step -> step.doTaskId().equals(taskId) || step.checkTaskId().equals(taskId)).findFirst();
    }

    public List<EffectOutline> effects() {
        return processes.values().stream().flatMap(process -> process.effects().stream()).toList();
    }

    /** The effects that use up the approval of a step of the process. */
    public List<EffectOutline> effectsApprovedBy(String stepKey) {
        return effects().stream().filter(effect -> effect.approvedBy().equals(stepKey)).collect(Collectors.toUnmodifiableList());
    }
}
