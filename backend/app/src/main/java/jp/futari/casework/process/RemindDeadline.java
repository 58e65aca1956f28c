package jp.futari.casework.process;

import java.util.UUID;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.workflow.NoEffectDelegate;
import org.springframework.stereotype.Component;

/** 期限を知らせる: a reminder consents to nothing; it leaves an event that the case page and the inbox's due sign show. */
@Component("remindDeadline")
class RemindDeadline extends NoEffectDelegate {

    private final AuditTrail audit;

    RemindDeadline(AuditTrail audit) {
        this.audit = audit;
    }

    @Override
    protected void act(UUID caseId, String elementId) {
        audit.record(AuditEvent.system("case.reminded").inCase(caseId).with("element", elementId).build());
    }
}
