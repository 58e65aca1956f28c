package jp.futari.eligibility.application;

import java.time.LocalDate;
import java.util.Map;
import jp.futari.eligibility.model.AcquisitionReason;
import jp.futari.eligibility.model.NoticeKind;
import jp.futari.shared.jp.CheckDigits;
import org.springframework.stereotype.Component;

/** 入力のまちがい: what can be seen from the notice alone to be typed wrongly or left out. */
@Component
class EntryRules {

    private final NoticeRules rules;

    EntryRules(NoticeRules rules) {
        this.rules = rules;
    }

    void judge(Notification notice, Remarks remarks) {
        people(notice, remarks);
        certain(notice.eventOn(), "eventOn", remarks);
        certain(notice.notifiedOn(), "notifiedOn", remarks);
        insurer(notice, remarks);
        notice.persons().forEach(applicant -> birth(notice, applicant, remarks));
        if (notice.isByAgentOfAnotherHousehold() && !notice.documents().contains("letter-of-attorney")) {
            remarks.problem("documents", "eligibility.notice.letter-of-attorney-missing");
        }
    }

    private void people(Notification notice, Remarks remarks) {
        int most = rules.office().limits().personsInOneNotice();
        if (notice.persons().isEmpty()) {
            remarks.problem("persons", "eligibility.notice.nobody");
        } else if (notice.persons().size() > most) {
            remarks.problem("persons", "eligibility.notice.too-many", Map.of("most", Integer.toString(most)));
        }
    }

    private static void certain(LocalDate day, String field, Remarks remarks) {
        if (day == null) {
            remarks.problem(field, "eligibility.notice.day-uncertain");
        }
    }

    private static void insurer(Notification notice, Remarks remarks) {
        if (notice.previousInsurerNumber() != null && !CheckDigits.isInsurerNumber(notice.previousInsurerNumber())) {
            remarks.problem("previousInsurerNumber", "eligibility.notice.insurer-number");
        }
        boolean leaves = NoticeKind.EXCLUSION_ENDED.code().equals(notice.kind())
                && notice.acquisitionReason().filter(AcquisitionReason::leavesAnotherInsurer).isPresent();
        if (leaves && notice.previousInsurer() == null) {
            remarks.problem("previousInsurer", "eligibility.notice.previous-insurer-missing");
        }
        if (leaves && notice.eventOn() != null && notice.previousLossOn() != null && !isLossOfEvent(notice)) {
            remarks.problem("previousLossOn", "eligibility.notice.loss-day-apart");
        }
    }

    /** The notice says the last day or the day of loss; the certificate names the loss: the same day or the day after. */
    private static boolean isLossOfEvent(Notification notice) {
        return notice.previousLossOn().equals(notice.eventOn()) || notice.previousLossOn().equals(notice.eventOn().plusDays(1));
    }

    private static void birth(Notification notice, Applicant applicant, Remarks remarks) {
        if (notice.eventOn() == null || applicant.birthDate() == null) {
            return;
        }
        String event = notice.eventOn().toString();
        if (AcquisitionReason.BIRTH.code().equals(notice.reason()) && !applicant.birthDate().equals(event)) {
            remarks.problem(applicant.field("birthDate"), "eligibility.notice.birth-day-differs");
        } else if (applicant.birthDate().compareTo(event) > 0) {
            remarks.problem(applicant.field("birthDate"), "eligibility.notice.born-after-event");
        }
    }
}
