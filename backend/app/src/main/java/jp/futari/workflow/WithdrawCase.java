package jp.futari.workflow;

import java.util.List;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;

/** 取下げ: delivers a message to the one step of the case that now listens to it. */
final class WithdrawCase implements Command<Boolean> {

    private final String instanceId;
    private final String message;

    WithdrawCase(String instanceId, String message) {
        this.instanceId = instanceId;
        this.message = message;
    }

    @Override
    public Boolean execute(CommandContext context) {
        List<EventSubscriptionEntity> listening = context.getEventSubscriptionManager()
                .findEventSubscriptionsByProcessInstanceId(instanceId).stream()
                .filter(s -> EventType.MESSAGE.name().equals(s.getEventType()) && message.equals(s.getEventName())).toList();
        if (listening.size() != 1) {
            return false;
        }
        listening.get(0).eventReceived(null, false);
        return true;
    }
}
