package jp.futari.workflow;

import java.util.UUID;
import jp.futari.shared.ApprovedItem;
import jp.futari.workflow.spi.ApprovedItems;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * 効果: base of every delegate that changes a register, issues a paper or sends something. It declares the same effect key as the
 * model; a mismatch is refused. What it applies comes from the approved submission only.
 */
public abstract class EffectDelegate implements JavaDelegate {

    private final String effectKey;
    private final ApprovedItems approvedItems;

    protected EffectDelegate(String effectKey, ApprovedItems approvedItems) {
        this.effectKey = effectKey;
        this.approvedItems = approvedItems;
    }

    public final String effectKey() {
        return effectKey;
    }

    @Override
    public final void execute(DelegateExecution execution) {
        EffectMark mark = EffectMark.of(execution);
        if (!effectKey.equals(mark.effect())) {
            throw new IllegalStateException("delegate " + effectKey + " stands in the model as " + mark.effect());
        }
        UUID caseId = UUID.fromString(execution.getProcessBusinessKey());
        approvedItems.use(caseId, effectKey, mark.approvedBy(), execution.getCurrentActivityId()).forEach(this::apply);
    }

    /** Called once for each item of the approval that names this effect, inside the transaction. */
    protected abstract void apply(ApprovedItem item);
}
