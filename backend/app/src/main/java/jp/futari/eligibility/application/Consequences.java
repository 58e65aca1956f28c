package jp.futari.eligibility.application;

import java.time.LocalDate;
import java.util.List;
import jp.futari.eligibility.model.Acquisition;
import jp.futari.eligibility.model.NotificationDeadlines.Deadline;
import jp.futari.eligibility.model.RetroactiveConsequence;
import jp.futari.shared.Refused;
import jp.futari.shared.rules.NoRowFired;
import org.springframework.stereotype.Service;

/** 届出の帰結: day, deadline and months reached back, computed before anything is entered for good. Knows nobody and writes nothing. */
@Service
public class Consequences {

    private final NoticeRules rules;

    Consequences(NoticeRules rules) {
        this.rules = rules;
    }

    public record Consequence(String label, LocalDate on, String rule, String article, LocalDate due, boolean late, boolean retroactive, int months, String levyWord,
                              List<Year> years) {
    }

    /** @param lastDayToDecide 賦課を決められる最後の日 */
    public record Year(int fiscalYear, String first, String last, int months, LocalDate lastDayToDecide, boolean decidable, String article) {
    }

    public Consequence of(String noticeKind, String reason, LocalDate eventOn, LocalDate previousLossOn, LocalDate notifiedOn) {
        try {
            Acquisition acquisition = rules.dates().of(noticeKind, reason, eventOn, previousLossOn);
            Deadline deadline = rules.deadlines().of(noticeKind, acquisition.on());
            return told(acquisition, deadline, RetroactiveConsequence.of(acquisition.on(), notifiedOn, rules.office()), notifiedOn);
        } catch (NoRowFired nothing) {
            throw Refused.unprocessable("eligibility.notice.reason-without-rule");
        }
    }

    private static Consequence told(Acquisition acquisition, Deadline deadline, RetroactiveConsequence consequence, LocalDate notifiedOn) {
        return new Consequence(acquisition.label(), acquisition.on(), acquisition.rule().sentence(), acquisition.rule().article(), deadline.due(), deadline.isLate(notifiedOn),
                consequence.isRetroactive(), consequence.months(), consequence.regime().word(),
                consequence.years().stream().map(year -> new Year(year.year().year(), year.first().toString(), year.last().toString(), year.months(),
                        year.lastDayToDecide(), year.decidable(), consequence.regime().article())).toList());
    }
}
