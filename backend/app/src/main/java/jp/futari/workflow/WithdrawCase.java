package jp.futari.workflow;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;

/** 取下げ: delivers the model's withdrawal message ({@code …Withdrawn}) to the one step of the case that now listens to it. */
final class WithdrawCase implements Command<Boolean> {

    private final UUID caseId;

    WithdrawCase(UUID caseId) {
        this.caseId = caseId;
    }

    @Override
    public Boolean execute(CommandContext context) {
        var ofCase = new ProcessInstanceQueryImpl();
        ofCase.processInstanceBusinessKey(caseId.toString());
        List<EventSubscriptionEntity> listening = context.getExecutionManager().findProcessInstancesIdsByQueryCriteria(ofCase).stream()
                .flatMap(instance -> context.getEventSubscriptionManager().findEventSubscriptionsByProcessInstanceId(instance).stream())
                .filter(s -> EventType.MESSAGE.name().equals(s.getEventType()) && s.getEventName().endsWith(StepCatalogue.WITHDRAWN)).toList();
        if (listening.size() != 1) {
            return false;
        }
        listening.get(0).eventReceived(null, false);
        return true;
    }
}
