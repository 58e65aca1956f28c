package jp.futari.mynumber.application;

import java.util.UUID;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.mynumber.CandidateId;
import jp.futari.mynumber.model.PersonalNumber;
import jp.futari.mynumber.persistence.VaultFunctions;
import jp.futari.mynumber.sealing.Sealed;
import jp.futari.mynumber.sealing.VaultKeys;
import jp.futari.mynumber.spi.RevealGround;
import jp.futari.shared.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 一度だけの表示: the record is written and committed first, in a transaction of its own; only then does a second transaction hand out the sealed
 * number, once and within thirty seconds. No record, no reveal. Once a step (screens.md section 9).
 */
@Service
public class RevealingOnce {

    private final ObjectProvider<RevealGround> ground;
    private final VaultFunctions vault;
    private final VaultKeys keys;
    private final AuditTrail trail;
    private final TransactionTemplate apart;

    RevealingOnce(ObjectProvider<RevealGround> ground, VaultFunctions vault, VaultKeys keys, AuditTrail trail, PlatformTransactionManager transactions) {
        this.ground = ground;
        this.vault = vault;
        this.keys = keys;
        this.trail = trail;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    public RevealedNumber reveal(String taskId, String field, String purpose) {
        try {
            return revealed(taskId, field, purpose);
        } catch (Refused refused) {
            trail.recordApart(AuditEvent.refusal("mynumber.reveal").purpose(purpose).with("task", taskId).with("field", field).with("code", refused.code()).build());
            throw refused;
        }
    }

    private RevealedNumber revealed(String taskId, String field, String purpose) {
        var allowed = ground.getObject().of(taskId, field, purpose);
        var reveal = apart.execute(tx -> recorded(allowed, taskId, purpose));
        var sealed = apart.execute(tx -> taken(allowed, reveal));
        return opened(sealed, allowed.candidate());
    }

    private UUID recorded(RevealGround.Ground allowed, String taskId, String purpose) {
        var reveal = UUID.randomUUID();
        var place = allowed.place();
        vault.actsIn(allowed.session());
        vault.openReveal(reveal, purpose, place, taskId, allowed.candidate());
        trail.record(AuditEvent.act("mynumber.reveal").inCase(place.caseId()).step(place.stepKey(), null, null).purpose(purpose).with("field", place.field()).with("reveal", reveal.toString())
                .with("candidate", allowed.candidate().toString()).build());
        return reveal;
    }

    private Sealed taken(RevealGround.Ground allowed, UUID reveal) {
        vault.actsIn(allowed.session());
        return vault.takeReveal(reveal);
    }

    private RevealedNumber opened(Sealed sealed, CandidateId candidate) {
        try (var number = PersonalNumber.unsealed(keys.sealer().open(sealed, candidate.toString(), SealedNumberVault.NUMBER))) {
            return new RevealedNumber(number.groups(), RevealedNumber.LEASE_SECONDS);
        }
    }
}
