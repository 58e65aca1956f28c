package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.futari.addressee.Addressees;
import jp.futari.addressee.Person;
import jp.futari.addressee.Reading;
import jp.futari.casework.spi.StepWork;
import org.springframework.stereotype.Component;

/** 受付・入力: the notice as the paper says it. Typing mistakes are sent back at once; what the law forbids is shown and goes on to the review. */
@Component
class ReceivingNotification implements StepWork {

    static final String STEP = "receive-notification";

    private final NoticeFacts.Reader reader;
    private final EntryRules entry;
    private final ComparingPersons comparing;
    private final JudgingNumbers numbers;
    private final JudgingNotification judging;
    private final Addressees addressees;

    ReceivingNotification(NoticeFacts.Reader reader, EntryRules entry, ComparingPersons comparing, JudgingNumbers numbers, JudgingNotification judging,
                          Addressees addressees) {
        this.reader = reader;
        this.entry = entry;
        this.comparing = comparing;
        this.numbers = numbers;
        this.judging = judging;
        this.addressees = addressees;
    }

    @Override
    public String stepKey() {
        return STEP;
    }

    @Override
    public ObjectNode prefill(StepContext step) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        values.put("notifiedOn", step.receivedOn().toString());
        List.of("notificationKind", "reason").forEach(key -> Optional.ofNullable(Texts.of(step.params(), key)).ifPresent(value -> values.put(key, value)));
        Reading reading = Reading.forCase(step.caseId(), "prefill-notification");
        Optional<Person> subject = Optional.ofNullable(Texts.of(step.params(), EnrollmentCase.SUBJECT)).flatMap(no -> addressees.find(no, reading));
        subject.flatMap(person -> addressees.household(person.addresseeNo(), reading)).ifPresent(household -> RegisterWords.fill(values, household, subject.get()));
        return values;
    }

    @Override
    public Map<String, RegisterValue> registerValues(StepContext step, ObjectNode values) {
        return RegisterWords.beside(reader.of(Notification.from(values), step.caseId()));
    }

    @Override
    public List<Finding> findings(StepContext step, ObjectNode values) {
        Notification notice = Notification.from(values);
        return notice.headAddresseeNo() == null ? List.of() : judged(reader.of(notice, step.caseId())).findings();
    }

    @Override
    public Composition compose(StepContext step, ObjectNode values) {
        Notification notice = Notification.from(values);
        NoticeFacts facts = reader.of(notice, step.caseId());
        Remarks remarks = judged(facts);
        if (remarks.problems().isEmpty()) {
            numbers.list(facts, step);
        }
        return remarks.composition(List.of(), Map.of(), subject(facts));
    }

    private Remarks judged(NoticeFacts facts) {
        Remarks remarks = new Remarks();
        entry.judge(facts.notice(), remarks);
        comparing.compare(facts, remarks);
        numbers.judge(facts, remarks);
        judging.judge(facts, remarks);
        return remarks;
    }

    /** What lists show from now on. */
    static Subject subject(NoticeFacts facts) {
        Notification notice = facts.notice();
        Optional<Applicant> first = notice.persons().stream().findFirst();
        return new Subject(first.flatMap(facts::person).map(Person::name).orElse(null), facts.head().map(Person::name).orElse(notice.headName()),
                first.flatMap(facts::person).map(Person::birthDate).orElse(null), null, notice.addressees());
    }
}
