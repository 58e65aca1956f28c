package jp.futari.eligibility.application;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import jp.futari.casework.spi.StepWork.StepContext;
import jp.futari.mynumber.CandidateId;
import jp.futari.mynumber.NumberFinding;
import jp.futari.mynumber.NumberVault;
import org.springframework.stereotype.Component;

/** 個人番号の突合: what the vault finds odd, said in the room's words. The room knows candidates by their random ids only. */
@Component
class JudgingNumbers {

    /** A wrong row of the same household, or the same number in two rows: the entry is at fault and is typed again. */
    private static final Set<NumberFinding> WRONG_ROW = EnumSet.of(NumberFinding.BOUND_TO_HOUSEHOLD_MEMBER, NumberFinding.SAME_NUMBER_IN_CASE);

    private final NumberVault vault;
    private final ConfirmationList list;

    JudgingNumbers(NumberVault vault, ConfirmationList list) {
        this.vault = vault;
        this.list = list;
    }

    void judge(NoticeFacts facts, Remarks remarks) {
        odd(facts).forEach((applicant, findings) -> findings.forEach(finding -> tell(applicant, finding, remarks)));
    }

    /** Everybody with an odd or missing number goes to the confirmation list; nothing is bound over. */
    void list(NoticeFacts facts, StepContext step) {
        odd(facts).forEach((applicant, findings) -> findings.stream().filter(finding -> !WRONG_ROW.contains(finding) && !isKnownBlank(applicant, finding))
                .forEach(finding -> list.add(step.caseId(), step.caseNo(), applicant.addresseeNo(), finding.code())));
    }

    private Map<Applicant, Set<NumberFinding>> odd(NoticeFacts facts) {
        Map<Applicant, Set<NumberFinding>> odd = new LinkedHashMap<>();
        facts.notice().persons().stream().filter(applicant -> facts.person(applicant).isPresent())
                .forEach(applicant -> odd.put(applicant, vault.findings(candidate(applicant), applicant.addresseeNo(), facts.memberNumbers())));
        return odd;
    }

    private void tell(Applicant applicant, NumberFinding finding, Remarks remarks) {
        String code = "eligibility.number." + finding.code();
        if (WRONG_ROW.contains(finding)) {
            remarks.problem(applicant.field("personalNumber"), code);
        } else if (isKnownBlank(applicant, finding)) {
            remarks.info("eligibility.number.registered-already", Map.of("row", applicant.place()), null);
        } else {
            remarks.warn(code, Map.of("row", applicant.place()), "番号法16条");
        }
    }

    private boolean isKnownBlank(Applicant applicant, NumberFinding finding) {
        return finding == NumberFinding.BLANK_NUMBER && vault.isBound(applicant.addresseeNo());
    }

    /** Whether this candidate may become a binding: given, nothing odd about it, and the person has no binding yet. */
    boolean isToBeBound(Applicant applicant, NoticeFacts facts) {
        return applicant.gaveNumber() && !vault.isBound(applicant.addresseeNo())
                && vault.findings(candidate(applicant), applicant.addresseeNo(), facts.memberNumbers()).isEmpty();
    }

    private static CandidateId candidate(Applicant applicant) {
        return applicant.gaveNumber() ? CandidateId.of(applicant.personalNumber()) : null;
    }
}
