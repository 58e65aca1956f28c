package jp.futari.eligibility.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.futari.addressee.Addressees;
import jp.futari.addressee.Household;
import jp.futari.addressee.Person;
import jp.futari.addressee.Reading;
import jp.futari.casework.spi.CaseKind;
import jp.futari.shared.BusinessClock;
import jp.futari.shared.Refused;
import jp.futari.shared.rules.DecisionTables;
import org.springframework.stereotype.Component;

/** 資格取得届: the case that a notice of acquisition, or of coverage only, opens (規2条・3条・4条). */
@Component
class EnrollmentCase implements CaseKind {

    static final String SUBJECT = "subjectAddressee";
    /** What the office's declared channels are; the table says which of all it may take (ACQ-06 … ACQ-11). */
    private static final List<String> CHANNELS = List.of("counter", "mail", "electronic-media", "dedicated-line", "information-network", "common-platform");

    private final NoticeRules rules;
    private final DecisionTables tables;
    private final Addressees addressees;

    EnrollmentCase(NoticeRules rules, DecisionTables tables, Addressees addressees) {
        this.rules = rules;
        this.tables = tables;
        this.addressees = addressees;
    }

    @Override
    public String key() {
        return "enrollment";
    }

    @Override
    public String label() {
        return "資格取得届";
    }

    @Override
    public String processId() {
        return "EnrollmentProcess";
    }

    @Override
    public String numberLetter() {
        return "資";
    }

    @Override
    public String section() {
        return "eligibility";
    }

    @Override
    public Set<String> startedBy() {
        return Set.of("counter-clerk", "eligibility-clerk");
    }

    @Override
    public List<Channel> channels() {
        return CHANNELS.stream().map(channel -> new Channel(channel, tables.ask("IntakeChannel", Map.of("channel", channel)).text("label"))).toList();
    }

    @Override
    public Set<String> noWithdrawalAfter() {
        return Set.of("register-enrollment");
    }

    @Override
    public Opening open(OpeningRequest request) {
        rules.intake().channel(request.channel()).orRefuse();
        String source = Texts.of(request.params(), "source");
        if (source != null) {
            rules.intake().source(source).orRefuse();
        }
        Optional<Person> subject = Optional.ofNullable(request.subjectAddressee()).map(this::known);
        subject.ifPresent(person -> request.params().put(SUBJECT, person.addresseeNo()));
        Optional<Household> household = subject.flatMap(person -> addressees.household(person.addresseeNo(), Reading.because("open-case")));
        Instant due = due(request.receivedOn());
        return new Opening(Notification.title(Texts.of(request.params(), "notificationKind"), Texts.of(request.params(), "reason")),
                subject.map(Person::name).orElse(null), household.flatMap(Household::head).map(Person::name).orElse(null), about(subject, household), due,
                "標準処理期間（受付の日から%d開庁日、市の定め）".formatted(rules.office().limits().enrollmentBusinessDays()), Map.of("reminderDue", reminder(request.receivedOn()).toString()));
    }

    private Person known(String addresseeNo) {
        return addressees.find(addresseeNo, Reading.because("open-case")).orElseThrow(() -> Refused.unprocessable("eligibility.person.unknown"));
    }

    private static Set<String> about(Optional<Person> subject, Optional<Household> household) {
        Set<String> about = new LinkedHashSet<>();
        subject.map(Person::addresseeNo).ifPresent(about::add);
        household.flatMap(Household::head).map(Person::addresseeNo).ifPresent(about::add);
        return about;
    }

    private Instant due(LocalDate receivedOn) {
        return at(rules.office().calendar().addBusinessDays(receivedOn, rules.office().limits().enrollmentBusinessDays()), rules.office().businessHours().closes());
    }

    /** Two business days before the end. */
    private Instant reminder(LocalDate receivedOn) {
        int days = Math.max(1, rules.office().limits().enrollmentBusinessDays() - 2);
        return at(rules.office().calendar().addBusinessDays(receivedOn, days), rules.office().businessHours().opens());
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(BusinessClock.ZONE).toInstant();
    }
}
