package jp.futari.modelchecker;

import java.util.List;
import java.util.Optional;

/**
 * 工程の輪郭: a human step as the model draws it.
 *
 * @param key        unique over all models, e.g. {@code review-notification}
 * @param elementId  the sub-process
 * @param doTaskId   the user task with duty do (入力)
 * @param checkTaskId the user task with duty check (確認)
 * @param doRoles    roles of which one is needed to do it
 * @param formKey    form of the do task, e.g. {@code eligibility/ReviewNotification}
 * @param apartFrom  steps whose contributors and checkers may not act here
 * @param critical   must stay staffable with any two people away
 */
public record StepOutline(String processId, String key, String label, String elementId, String doTaskId, String doTaskLabel, String checkTaskId,
        String checkTaskLabel, List<String> doRoles, List<String> checkRoles, String formKey, List<String> apartFrom, boolean critical) {

    static Optional<StepOutline> of(ProcessModel process, Node step) {
        var shape = StepShape.of(process, step);
        if (shape.doing() == null || shape.checking() == null) {
            return Optional.empty();
        }
        var doing = shape.doing();
        var checking = shape.checking();
        return Optional.of(new StepOutline(process.id(), step.stepKey(), step.label(), step.id(), doing.id(), doing.label(), checking.id(),
                checking.label(), roles(doing), roles(checking), form(doing), step.marks().list(Marks.APART_FROM),
                Boolean.parseBoolean(step.marks().get(Marks.CRITICAL, "false"))));
    }

    private static List<String> roles(Node task) {
        return List.of(task.camunda("candidateGroups").split("\\s*,\\s*"));
    }

    private static String form(Node task) {
        return task.camunda("formKey").isEmpty() ? task.camunda("formRef") : task.camunda("formKey");
    }
}
