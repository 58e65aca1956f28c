package jp.futari.eligibility.web;

import java.time.LocalDate;
import jp.futari.access.CurrentOfficer;
import jp.futari.eligibility.application.Consequences;
import jp.futari.shared.BusinessClock;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 届出の帰結: the panel beside a notice. No person is named in the question. */
@RestController
class ConsequenceController {

    private final Consequences consequences;
    private final CurrentOfficer current;
    private final BusinessClock clock;

    ConsequenceController(Consequences consequences, CurrentOfficer current, BusinessClock clock) {
        this.consequences = consequences;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/api/eligibility/consequence")
    Consequences.Consequence consequence(@RequestParam String notificationKind, @RequestParam String reason, @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate eventOn,
                                         @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate previousLossOn,
                                         @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate notifiedOn) {
        current.get();
        return consequences.of(notificationKind, reason, eventOn, previousLossOn, notifiedOn == null ? clock.today() : notifiedOn);
    }
}
