package jp.futari.correspondence.application;

import java.util.Map;
import java.util.function.Supplier;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One act in one transaction; a refusal is recorded in a second one (two-persons.md, law 6). */
@Component
class Recorded {

    private final TransactionTemplate transaction;
    private final AuditTrail audit;

    Recorded(PlatformTransactionManager transactions, AuditTrail audit) {
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
    }

    <T> T act(String action, Supplier<T> work) {
        try {
            return transaction.execute(status -> work.get());
        } catch (Refused refused) {
            AuditEvent.Builder event = AuditEvent.refusal(action).with("code", refused.code()).with("status", refused.status());
            if (!refused.fields().isEmpty()) {
                event.with("fields", refused.fields().stream().map(f -> Map.of("key", f.key(), "code", f.code())).toList());
            }
            audit.recordApart(event.build());
            throw refused;
        }
    }
}
