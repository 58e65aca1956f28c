package jp.futari.workflow;

import java.util.Map;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Completes a task of a human step. {@code confirmed} becomes a local variable of the step's sub-process, gateway answers become
 * variables of the case; nothing else is ever set.
 */
final class CompleteHumanTask implements Command<Boolean> {

    private final String taskId;
    private final String confirmed;
    private final Map<String, String> answers;

    CompleteHumanTask(String taskId, String confirmed, Map<String, String> answers) {
        this.taskId = taskId;
        this.confirmed = confirmed;
        this.answers = answers;
    }

    @Override
    public Boolean execute(CommandContext context) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task == null) {
            return false;
        }
        ExecutionEntity execution = task.getExecution();
        if (confirmed != null) {
            execution.findExecutionForFlowScope(execution.getActivity().getFlowScope()).setVariableLocal("confirmed", confirmed);
        }
        answers.forEach(execution.getProcessInstance()::setVariableLocal);
        task.complete();
        return true;
    }
}
