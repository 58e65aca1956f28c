package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.futari.addressee.Person;
import jp.futari.casework.spi.StepWork;
import jp.futari.correspondence.PrintableText;
import jp.futari.eligibility.InsuredNumber;
import jp.futari.eligibility.application.ReceivedNotice.Judged;
import jp.futari.eligibility.model.Acquisition;
import jp.futari.eligibility.model.InsuredNumbers;
import org.springframework.stereotype.Component;

/**
 * 決定: approves or refuses. An approval carries everything its effects will do: one item a person for the register, one for the number where it may be
 * bound, one for the paper with all it will say.
 */
@Component
class DecidingEnrollment implements StepWork {

    static final String STEP = "decide-enrollment";

    private final ReceivedNotice received;
    private final NoticeRules rules;
    private final JudgingNumbers numbers;
    private final InsuredNumbers insuredNumbers;
    private final DecisionFacts decisionFacts;
    private final PrintableText printable;

    DecidingEnrollment(ReceivedNotice received, NoticeRules rules, JudgingNumbers numbers, InsuredNumbers insuredNumbers, DecisionFacts decisionFacts,
                       PrintableText printable) {
        this.received = received;
        this.rules = rules;
        this.numbers = numbers;
        this.insuredNumbers = insuredNumbers;
        this.decisionFacts = decisionFacts;
        this.printable = printable;
    }

    @Override
    public String stepKey() {
        return STEP;
    }

    @Override
    public ObjectNode prefill(StepContext step) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        values.put("validUntil", ordinaryEnd(step).toString());
        NoticeFacts facts = received.judge(step, new Remarks()).facts();
        ArrayNode certificates = values.putArray("certificates");
        choices(facts, step).forEach(choice -> certificates.addObject().put("addresseeNo", choice.applicant().addresseeNo())
                .put("name", facts.person(choice.applicant()).map(Person::name).orElse(choice.applicant().name())).put("kind", choice.paper()));
        return values;
    }

    @Override
    public List<Fact> basis(StepContext step) {
        Judged judged = received.judge(step, new Remarks());
        return judged.judgement().map(judgement -> decisionFacts.of(judged.facts(), judgement, choices(judged.facts(), step))).orElse(List.of());
    }

    @Override
    public List<Finding> findings(StepContext step, ObjectNode values) {
        Remarks remarks = new Remarks();
        review(step, remarks);
        numbers.judge(received.judge(step, remarks).facts(), remarks);
        return remarks.findings();
    }

    @Override
    public Composition compose(StepContext step, ObjectNode values) {
        Remarks remarks = new Remarks();
        review(step, remarks);
        Judged judged = received.judgeForPrinting(step, remarks);
        numbers.judge(judged.facts(), remarks);
        String decision = Texts.of(values, "decision");
        if (!"approve".equals(decision)) {
            return remarks.composition(List.of(), Map.of("decision", "refuse"), null);
        }
        List<CertificateChoice> choices = choices(judged.facts(), step);
        remarks.obstacle().ifPresent(obstacle -> remarks.problem("decision", "eligibility.decision.not-eligible", Map.of("why", obstacle.message())));
        certificates(choices, values, remarks);
        validity(step, values, remarks);
        glyphs(judged.facts(), remarks);
        return remarks.problems().isEmpty() ? approved(step, judged, choices, values, remarks) : remarks.composition(List.of(), Map.of(), null);
    }

    private static void review(StepContext step, Remarks remarks) {
        step.approvedValues(ReviewingNotification.STEP).ifPresent(review -> {
            if ("no".equals(Texts.of(review, "eligible"))) {
                remarks.warn("eligibility.decision.review-says-no", Map.of(), "法6条");
            }
            if ("no".equals(Texts.of(review, "documentsComplete"))) {
                remarks.warn("eligibility.decision.review-misses-papers", Map.of(), null);
            }
        });
    }

    private List<CertificateChoice> choices(NoticeFacts facts, StepContext step) {
        List<CertificateChoice> choices = new ArrayList<>();
        for (Applicant applicant : facts.notice().persons()) {
            facts.person(applicant).ifPresent(person -> {
                var kind = rules.certificates().kind(step.today(), applicant.mynaInsurance(), person.protectedPerson());
                choices.add(new CertificateChoice(applicant, kind, rules.certificates().validity(kind.text("kind"), step.today(), person.birthDate())));
            });
        }
        return choices;
    }

    private LocalDate ordinaryEnd(StepContext step) {
        return rules.office().certificate().ordinaryEndAfter(step.today());
    }

    /** One paper a person, of the kind the rule gives; a 資格確認書 instead of an お知らせ needs the application of 法9条2項, and says so. */
    private static void certificates(List<CertificateChoice> choices, ObjectNode values, Remarks remarks) {
        if (values.path("certificates").size() != choices.size()) {
            remarks.problem("certificates", "eligibility.decision.one-paper-a-person");
            return;
        }
        for (int row = 0; row < choices.size(); row++) {
            CertificateChoice choice = choices.get(row);
            String kind = Texts.of(values.path("certificates").path(row), "kind");
            if (!choice.applicant().addresseeNo().equals(Texts.of(values.path("certificates").path(row), "addresseeNo"))) {
                remarks.problem("certificates." + row + ".addresseeNo", "eligibility.decision.one-paper-a-person");
            } else if (choice.paper().equals(kind)) {
                remarks.settled("certificates." + row + ".kind", "規則どおり（" + choice.kind().article() + "）");
            } else if (CertificateChoice.CERTIFICATE.equals(kind)) {
                remarks.warn("eligibility.decision.certificate-on-application", Map.of("row", choice.applicant().place()), "法9条2項・規6条1項");
            } else {
                remarks.problem("certificates." + row + ".kind", "eligibility.decision.paper-against-rule", Map.of("rule", choice.kind().sentence()));
            }
            remarks.fired(choice.kind());
            remarks.fired(choice.validity().rule());
        }
    }

    /** A name the fonts cannot print is learnt here, not at the printer. */
    private void glyphs(NoticeFacts facts, Remarks remarks) {
        facts.notice().persons().forEach(applicant -> facts.person(applicant).ifPresent(person -> {
            List<String> missing = printable.missing(person.name());
            if (!missing.isEmpty()) {
                remarks.problem("decision", "eligibility.decision.glyph-missing", Map.of("row", applicant.place(), "codes", String.join("、", missing)));
            }
        }));
    }

    private void validity(StepContext step, ObjectNode values, Remarks remarks) {
        String entered = Texts.of(values, "validUntil");
        if (entered != null && !entered.equals(ordinaryEnd(step).toString())) {
            remarks.problem("validUntil", "eligibility.decision.valid-until-against-rule");
        } else if (entered != null) {
            remarks.settled("validUntil", "市が定めた日（規6条3項）");
        }
    }

    private Composition approved(StepContext step, Judged judged, List<CertificateChoice> choices, ObjectNode values, Remarks remarks) {
        List<Item> items = new ArrayList<>();
        InsuredNumber first = null;
        for (int row = 0; row < choices.size(); row++) {
            Applicant applicant = choices.get(row).applicant();
            InsuredNumber number = insuredNumbers.reserve(judged.facts().household().orElseThrow().householdNo(), applicant.addresseeNo(), step.caseId());
            first = first == null ? number : first;
            String paper = Texts.of(values.path("certificates").path(row), "kind");
            items.addAll(items(step, judged, choices.get(row), paper, number));
        }
        Subject known = ReceivingNotification.subject(judged.facts());
        return remarks.composition(items, Map.of("decision", "approve"),
                new Subject(known.name(), known.householdName(), known.birthDate(), first == null ? null : first.written(), known.addressees()));
    }

    private List<Item> items(StepContext step, Judged judged, CertificateChoice choice, String paper, InsuredNumber number) {
        NoticeFacts facts = judged.facts();
        Acquisition acquisition = judged.required().acquisition();
        Applicant applicant = choice.applicant();
        List<Item> items = new ArrayList<>();
        items.add(new Item(Set.of("register-enrollment"), "enrollment", enrollment(facts, applicant, acquisition, number).json()));
        if (numbers.isToBeBound(applicant, facts)) {
            items.add(new Item(Set.of("bind-number"), "number", EligibilityJson.write(
                    new BindingNumbers.Content(applicant.personalNumber(), applicant.addresseeNo(), step.today(), false))));
        }
        LocalDate until = rules.certificates().validity(paper, step.today(), facts.person(applicant).orElseThrow().birthDate()).until();
        items.add(new Item(Set.of("print-certificate"), paper, PaperContents.certificate(facts, applicant, paper, number, acquisition, until)));
        return items;
    }

    private static EnrollmentContent enrollment(NoticeFacts facts, Applicant applicant, Acquisition acquisition, InsuredNumber number) {
        Notification notice = facts.notice();
        return new EnrollmentContent(notice.kind(), notice.reason(), acquisition.rule().article(), notice.notifiedOn(), acquisition.coverageOnly(), acquisition.on(),
                applicant.addresseeNo(), facts.person(applicant).orElseThrow().name(), facts.household().orElseThrow().householdNo(), notice.headAddresseeNo(),
                number.symbol(), number.number(), number.branch());
    }
}
