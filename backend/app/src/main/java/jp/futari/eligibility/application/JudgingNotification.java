package jp.futari.eligibility.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.futari.addressee.Person;
import jp.futari.eligibility.model.Acquisition;
import jp.futari.eligibility.model.Enrollments;
import jp.futari.eligibility.model.InsuredHistory;
import jp.futari.eligibility.model.RetroactiveConsequence;
import jp.futari.shared.Decision;
import jp.futari.shared.jp.LegalAge;
import jp.futari.shared.rules.NoRowFired;
import org.springframework.stereotype.Component;

/** 届出を判断する: the law over one notice. What the law forbids is a finding that blocks the approval, never the receipt. */
@Component
class JudgingNotification {

    /** 在留期間が無期限. */
    private static final Set<String> WITHOUT_END = Set.of("永住者", "特別永住者");

    private static final int LATE_STAGE_AGE = 75;

    private final NoticeRules rules;
    private final Enrollments enrollments;

    JudgingNotification(NoticeRules rules, Enrollments enrollments) {
        this.rules = rules;
        this.enrollments = enrollments;
    }

    /** @return empty while days or words are missing, or where no rule answers */
    Optional<Judgement> judge(NoticeFacts facts, Remarks remarks) {
        Notification notice = facts.notice();
        if (!notice.isJudgeable()) {
            return Optional.empty();
        }
        try {
            Judgement judgement = applyRules(notice);
            remember(judgement, remarks);
            lateness(notice, judgement, remarks);
            papers(notice, judgement, remarks);
            notice.persons().forEach(applicant -> facts.person(applicant).ifPresent(person -> mayBeInsured(notice, applicant, person, judgement.acquisition(), remarks)));
            return Optional.of(judgement);
        } catch (NoRowFired nothing) {
            boolean agent = nothing.decision().equals("NotifierDocuments");
            remarks.problem(agent ? "agentAuthority" : "reason", agent ? "eligibility.notice.agent-without-authority" : "eligibility.notice.reason-without-rule");
            return Optional.empty();
        }
    }

    private Judgement applyRules(Notification notice) {
        Acquisition acquisition = rules.dates().of(notice.kind(), notice.reason(), notice.eventOn(), notice.previousLossOn());
        var papers = rules.papers().of(notice.reason(), notice.notifier(), notice.agentAuthority(), notice.anybodyGaveNumber(), notice.anybodyIsDesignatedActivity());
        return new Judgement(acquisition, rules.deadlines().of(notice.kind(), acquisition.on()), papers,
                RetroactiveConsequence.of(acquisition.on(), notice.notifiedOn(), rules.office()));
    }

    private static void remember(Judgement judgement, Remarks remarks) {
        remarks.fired(judgement.acquisition().rule());
        remarks.fired(judgement.deadline().rule());
        judgement.papers().rules().forEach(remarks::fired);
    }

    /** No day is named here: the checker reads these sentences before typing the days again. */
    private static void lateness(Notification notice, Judgement judgement, Remarks remarks) {
        RetroactiveConsequence consequence = judgement.consequence();
        if (judgement.deadline().isLate(notice.notifiedOn())) {
            remarks.warn("eligibility.notice.late", Map.of(), judgement.deadline().rule().article());
        }
        if (consequence.isRetroactive()) {
            remarks.warn("eligibility.notice.retroactive", Map.of("months", Integer.toString(consequence.months()), "word", consequence.regime().word(),
                    "years", Integer.toString(consequence.years().size())), consequence.regime().article());
        }
        if (consequence.decidableMonths() < consequence.months()) {
            remarks.warn("eligibility.notice.beyond-limit", Map.of("months", Integer.toString(consequence.months() - consequence.decidableMonths()),
                    "word", consequence.regime().word()), consequence.regime().article());
        }
    }

    private void papers(Notification notice, Judgement judgement, Remarks remarks) {
        List<String> missing = judgement.papers().missingFrom(notice.documents());
        if (!missing.isEmpty()) {
            remarks.warn("eligibility.notice.papers-missing", Map.of("papers", missing.stream().map(rules.office()::paper).collect(Collectors.joining("、"))),
                    judgement.papers().rules().get(0).article());
        }
    }

    private void mayBeInsured(Notification notice, Applicant applicant, Person person, Acquisition acquisition, Remarks remarks) {
        Map<String, String> row = Map.of("row", applicant.place());
        if (person.birthDate() != null && LegalAge.reachedOn(person.birthDate(), LATE_STAGE_AGE).isBefore(acquisition.on())) {
            remarks.block("eligibility.person.late-stage", row, "法6条8号・高確法52条");
        }
        if (!person.isResidentOn(acquisition.on()) && !person.isResidentOn(notice.notifiedOn())) {
            remarks.block("eligibility.person.no-resident", row, "法5条");
        }
        if (person.isForeigner()) {
            residence(notice, applicant, remarks, row);
        }
        Decision decision = overlap(enrollments.of(person.addresseeNo()), acquisition);
        if (!decision.isAllowed()) {
            remarks.block(decision.code() + "-in-row", row, acquisition.coverageOnly() ? "規4条" : "法7条");
        }
    }

    /** 外国人: residence status and the end of the stay belong to the notice (法6条11号, 規1条); a permanent resident has no end (入管法22条の2). */
    private static void residence(Notification notice, Applicant applicant, Remarks remarks, Map<String, String> row) {
        boolean endless = applicant.residenceStatus() != null && WITHOUT_END.contains(applicant.residenceStatus());
        if (applicant.residenceStatus() == null || applicant.residenceUntil() == null && !endless) {
            remarks.problem(applicant.field("residenceStatus"), "eligibility.person.residence-missing");
        } else if (applicant.residenceUntil() != null && applicant.residenceUntil().isBefore(notice.notifiedOn())) {
            remarks.block("eligibility.person.residence-over", row, "法6条11号・規1条1号");
        }
    }

    private static Decision overlap(InsuredHistory history, Acquisition acquisition) {
        return acquisition.coverageOnly() ? history.mayStartCoverage(acquisition.on()) : history.mayAcquire(acquisition.on());
    }
}
