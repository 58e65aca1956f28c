package jp.futari.eligibility.web;

import java.util.List;
import java.util.Map;
import jp.futari.addressee.Addressees;
import jp.futari.addressee.spi.ReadingDuty;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.eligibility.EligibilityLookup;
import jp.futari.eligibility.InsuredPeriod;
import jp.futari.shared.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** 資格の履歴: the timeline of one person. Opening it is one recorded read, and needs the duty to read residents. */
@RestController
class InsuredPeriodController {

    private final EligibilityLookup lookup;
    private final Addressees addressees;
    private final ObjectProvider<ReadingDuty> duty;
    private final AuditTrail audit;

    InsuredPeriodController(EligibilityLookup lookup, Addressees addressees, ObjectProvider<ReadingDuty> duty, AuditTrail audit) {
        this.lookup = lookup;
        this.addressees = addressees;
        this.duty = duty;
        this.audit = audit;
    }

    @GetMapping("/api/people/{addresseeNo}/insured-periods")
    @Transactional
    public ResponseEntity<Map<String, List<InsuredPeriod>>> periods(@PathVariable String addresseeNo) {
        var mayRead = duty.getIfAvailable();
        if (mayRead == null) {
            throw Refused.forbidden("addressee.reading.no-right");
        }
        mayRead.current();
        if (!addressees.exists(addresseeNo)) {
            throw Refused.notFound("addressee.unknown");
        }
        audit.record(AuditEvent.read("eligibility.periods").purpose("person-page").of(List.of(addresseeNo)).build());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("periods", lookup.periodsOf(addresseeNo)));
    }
}
