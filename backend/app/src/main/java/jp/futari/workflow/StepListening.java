package jp.futari.workflow;

import jp.futari.workflow.spi.TaskArrivals;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Tells casework, inside the engine's transaction, which tasks opened and closed and which end a case reached. */
final class StepListening extends AbstractBpmnParseListener {

    private final java.util.function.Supplier<TaskArrivals> arrivals;
    private final StepCatalogue steps;

    StepListening(StepCatalogue steps, java.util.function.Supplier<TaskArrivals> arrivals) {
        this.steps = steps;
        this.arrivals = arrivals;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.getCandidateGroupIdExpressions().clear();   // who may take a task stands in our own inbox (StepCatalogue), read from the same model
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, task -> opened((TaskEntity) task));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> arrivals.get().closed(task.getId(), false));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, task -> arrivals.get().closed(task.getId(), true));
    }

    private void opened(TaskEntity task) {
        ExecutionEntity execution = task.getExecution();
        ScopeImpl step = execution.getActivity().getFlowScope();
        String processId = ((ProcessDefinitionEntity) execution.getProcessDefinition()).getKey();
        StepDefinition definition = steps.stepsOf(processId).stream().filter(s -> s.elementId().equals(step.getId())).findFirst()
                .orElseThrow(() -> new IllegalStateException("task outside a human step: " + task.getTaskDefinitionKey()));
        String duty = definition.doTask().elementId().equals(task.getTaskDefinitionKey()) ? "do" : "check";
        // a scope execution carries its inner activity's instance; the step's own instance is remembered by the parent
        String entry = ((ExecutionEntity) execution.findExecutionForFlowScope(step)).getParentActivityInstanceId();
        arrivals.get().opened(new TaskArrivals.OpenedTask(task.getId(), java.util.UUID.fromString(execution.getProcessBusinessKey()), processId,
                definition.stepKey(), duty, task.getTaskDefinitionKey(), entry));
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (scope instanceof ProcessDefinitionEntity) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution ->
                    arrivals.get().caseEnded(java.util.UUID.fromString(execution.getProcessBusinessKey()), activity.getId()));
        }
    }
}
