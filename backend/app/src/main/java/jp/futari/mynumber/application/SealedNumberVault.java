package jp.futari.mynumber.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.mynumber.CandidateId;
import jp.futari.mynumber.CandidatePlace;
import jp.futari.mynumber.Comparison;
import jp.futari.mynumber.NumberFinding;
import jp.futari.mynumber.NumberVault;
import jp.futari.mynumber.RevealRecord;
import jp.futari.mynumber.model.NumberRealm;
import jp.futari.mynumber.model.PersonalNumber;
import jp.futari.mynumber.persistence.VaultFunctions;
import jp.futari.mynumber.sealing.VaultKeys;
import jp.futari.shared.ApprovedItem;
import jp.futari.shared.EffectRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The vault's use cases: seal, compare, find what is odd, bind. */
@Service
@Transactional
class SealedNumberVault implements NumberVault {

    static final String NUMBER = "number";

    private final VaultKeys keys;
    private final VaultFunctions vault;
    private final NumberRealm realm;
    private final AuditTrail trail;
    private final EffectRows effectRows;

    SealedNumberVault(VaultKeys keys, VaultFunctions vault, NumberRealm realm, AuditTrail trail, EffectRows effectRows) {
        this.keys = keys;
        this.vault = vault;
        this.realm = realm;
        this.trail = trail;
        this.effectRows = effectRows;
    }

    @Override
    public CandidateId candidate(char[] typed, CandidatePlace place, UUID session) {
        try (var number = PersonalNumber.read(typed)) {
            realm.mustAccept(number);
            var id = new CandidateId(UUID.randomUUID());
            var sealer = keys.sealer();
            vault.actsIn(session);
            number.withDigits(digits -> {
                vault.putCandidate(id, place, sealer.seal(digits, id.toString(), NUMBER), sealer.hash(digits));
                return id;
            });
            trail.record(AuditEvent.act("mynumber.candidate").inCase(place.caseId()).step(place.stepKey(), null, null).with("field", place.field()).with("candidate", id.toString()).build());
            return id;
        }
    }

    @Override
    public Comparison match(CandidateId entered, CandidateId typed, UUID session) {
        vault.actsIn(session);
        var answer = vault.match(entered, typed);
        trail.record(AuditEvent.act("mynumber.match").with("entered", entered.toString()).with("typed", typed.toString()).with("result", answer.matches() ? "match" : "differ")
                .with("attemptsLeft", answer.attemptsLeft()).build());
        return answer;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<NumberFinding> findings(CandidateId candidate, String addresseeNo, Set<String> householdMembers) {
        return vault.findings(candidate, addresseeNo, householdMembers);
    }

    @Override
    public Optional<String> holder(CandidateId candidate, UUID caseId) {
        var holder = vault.holder(candidate);
        trail.record(AuditEvent.read("mynumber.holder").inCase(caseId).purpose("confirmation-list").of(holder.stream().toList()).with("candidate", candidate.toString()).build());
        return holder;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isBound(String addresseeNo) {
        return vault.isBound(addresseeNo);
    }

    @Override
    public void bind(ApprovedItem item, CandidateId candidate, String addresseeNo, LocalDate since, boolean endsFormer) {
        var binding = UUID.randomUUID();
        if (endsFormer) {
            vault.activeBinding(addresseeNo).ifPresent(former -> effectRows.wrote(item.effect().id(), "number_binding", former));
        }
        effectRows.wrote(item.effect().id(), "number_binding", binding);
        vault.bind(binding, item.effect().id(), candidate, addresseeNo, since, endsFormer);
        trail.record(AuditEvent.act("mynumber.bind").inCase(item.caseId()).step(item.stepKey(), null, null).of(List.of(addresseeNo)).with("candidate", candidate.toString())
                .with("binding", binding.toString()).with("endsFormer", endsFormer).build());
    }

    @Override
    @Transactional(readOnly = true)
    public List<RevealRecord> reveals(UUID caseId) {
        return vault.reveals(caseId);
    }
}
