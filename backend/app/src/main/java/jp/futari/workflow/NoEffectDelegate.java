package jp.futari.workflow;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Base of a delegate that changes nothing outside ({@code effect = none}): it reminds, or computes an answer from the registers. */
public abstract class NoEffectDelegate implements JavaDelegate {

    @Override
    public final void execute(DelegateExecution execution) {
        if (!"none".equals(EffectMark.of(execution).effect())) {
            throw new IllegalStateException(getClass().getSimpleName() + " stands in the model as an effect");
        }
        act(UUID.fromString(execution.getProcessBusinessKey()), execution.getCurrentActivityId());
    }

    protected abstract void act(UUID caseId, String elementId);
}
