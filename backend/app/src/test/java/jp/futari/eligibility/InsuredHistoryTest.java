package jp.futari.eligibility;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.futari.Requirement;
import jp.futari.eligibility.model.AcquisitionBasis;
import jp.futari.eligibility.model.BranchNumberTaken;
import jp.futari.eligibility.model.Coverage;
import jp.futari.eligibility.model.Enrollment;
import jp.futari.eligibility.model.InsuredHistory;
import jp.futari.eligibility.model.InsuredHousehold;
import jp.futari.eligibility.model.PeriodNotCurrent;
import jp.futari.shared.DatePeriod;
import jp.futari.shared.EffectRef;
import jp.futari.shared.Refused;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Requirement({"NHI-QUA-01", "WORK-01"})
class InsuredHistoryTest {

    private static final EffectRef EFFECT = new EffectRef(UUID.randomUUID(), "register-enrollment", UUID.randomUUID());
    private static final AcquisitionBasis ARTICLE_3 = new AcquisitionBasis("exclusion-ended", "left-employer-insurance", "規3条", "R8-資-000001");
    private static final AcquisitionBasis ARTICLE_4 = new AcquisitionBasis("inside-prefecture", "moved-in", "規4条", "R8-資-000002");
    private static final UUID HOUSEHOLD = UUID.randomUUID();
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

    private final InsuredHistory history = new InsuredHistory("0000000101", List.of());

    @Test
    @DisplayName("取得した日から、資格も適用も始まる")
    void enrolment_and_coverage_begin_on_the_acquisition_day() {
        var enrollment = history.acquire(EFFECT, NOVEMBER, HOUSEHOLD, ARTICLE_3);
        then(enrollment.period()).isEqualTo(DatePeriod.since(NOVEMBER));
        then(enrollment.acquiredOn()).contains(NOVEMBER);
        then(enrollment.coverages()).extracting(Coverage::period).containsExactly(DatePeriod.since(NOVEMBER));
    }

    @Test
    @DisplayName("資格のある人の取得届は、重複として断る")
    void an_insured_person_cannot_acquire_again() {
        history.acquire(EFFECT, NOVEMBER, HOUSEHOLD, ARTICLE_3);
        then(history.mayAcquire(NOVEMBER.plusDays(30)).code()).isEqualTo("eligibility.enrollment.overlaps");
        thenThrownBy(() -> history.acquire(EFFECT, NOVEMBER.plusDays(30), HOUSEHOLD, ARTICLE_3)).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("喪失日は資格のない最初の日なので、その日にまた取得できる")
    void the_day_of_loss_may_be_the_day_of_the_next_acquisition() {
        history.acquire(EFFECT, NOVEMBER, HOUSEHOLD, ARTICLE_3).lose(EFFECT, NOVEMBER.plusMonths(2), "joined-employer-insurance");
        then(history.mayAcquire(NOVEMBER.plusMonths(2).minusDays(1)).isAllowed()).isFalse();
        then(history.mayAcquire(NOVEMBER.plusMonths(2)).isAllowed()).isTrue();
    }

    @Test
    @DisplayName("あとの資格があるのに、前の日からの取得は重なる")
    void a_retroactive_acquisition_may_not_run_into_a_later_enrolment() {
        history.acquire(EFFECT, NOVEMBER, HOUSEHOLD, ARTICLE_3);
        then(history.mayAcquire(NOVEMBER.minusMonths(6)).isAllowed()).isFalse();
    }

    @Test
    @DisplayName("4条は適用だけを始め、資格取得日を書かない")
    void article_four_starts_coverage_only() {
        var enrollment = history.startCoverage(EFFECT, NOVEMBER, HOUSEHOLD, ARTICLE_4);
        then(enrollment.acquiredOn()).isEmpty();
        then(enrollment.coverages()).hasSize(1);
    }

    @Test
    @DisplayName("県内に出て戻った人は、同じ資格の中で適用が二つになる")
    void a_person_who_returns_inside_the_prefecture_keeps_the_enrolment() {
        var enrollment = history.acquire(EFFECT, NOVEMBER, HOUSEHOLD, ARTICLE_3);
        enrollment.endCoverage(EFFECT, NOVEMBER.plusMonths(1), "moved-inside-prefecture");
        then(history.mayAcquire(NOVEMBER.plusMonths(3)).isAllowed()).isFalse();
        var same = history.startCoverage(EFFECT, NOVEMBER.plusMonths(3), HOUSEHOLD, ARTICLE_4);
        then(same).isSameAs(enrollment);
        then(enrollment.coverages()).hasSize(2);
    }

    @Test
    @DisplayName("資格を失うと、適用も同じ日に終わる")
    void losing_eligibility_ends_coverage_on_the_same_day() {
        var enrollment = history.acquire(EFFECT, NOVEMBER, HOUSEHOLD, ARTICLE_3);
        enrollment.lose(EFFECT, NOVEMBER.plusDays(10), "died");
        then(enrollment.coverages().get(0).period()).isEqualTo(enrollment.period());
        thenThrownBy(() -> enrollment.lose(EFFECT, NOVEMBER.plusDays(20), "died")).isInstanceOf(PeriodNotCurrent.class);
    }

    @Test
    @DisplayName("取得した日より前には喪失できない")
    void nobody_loses_before_acquiring() {
        var enrollment = history.acquire(EFFECT, NOVEMBER, HOUSEHOLD, ARTICLE_3);
        thenThrownBy(() -> enrollment.lose(EFFECT, NOVEMBER, "died")).isInstanceOf(PeriodNotCurrent.class);
    }

    @Test
    @DisplayName("枝番は世帯の中で一人に一つ、使い回さない")
    @Requirement({"ITEM-69", "ITEM-70"})
    void a_branch_number_belongs_to_one_person() {
        var household = InsuredHousehold.open(EFFECT, "0000000100", "みどり", "1000001", NOVEMBER);
        then(household.number(EFFECT, "0000000101", 1).written()).isEqualTo("みどり・1000001（枝番）01");
        then(household.number(EFFECT, "0000000101", 1).branch()).isEqualTo(1);
        thenThrownBy(() -> household.number(EFFECT, "0000000102", 1)).isInstanceOf(BranchNumberTaken.class);
        thenThrownBy(() -> household.number(EFFECT, "0000000101", 2)).isInstanceOf(BranchNumberTaken.class);
        thenThrownBy(() -> household.number(EFFECT, "0000000103", 100)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("世帯主が被保険者でない日は、擬制世帯主")
    @Requirement("ITEM-11")
    void a_head_who_is_not_insured_is_a_deemed_head() {
        var household = InsuredHousehold.open(EFFECT, "0000000100", "みどり", "1000001", NOVEMBER);
        household.headedBy(EFFECT, "0000000101", NOVEMBER);
        then(household.isHeadDeemed(NOVEMBER, java.util.Set.of("0000000102"))).isTrue();
        then(household.isHeadDeemed(NOVEMBER, java.util.Set.of("0000000101", "0000000102"))).isFalse();
        household.headedBy(EFFECT, "0000000102", NOVEMBER.plusYears(1));
        then(household.headOn(NOVEMBER.plusYears(1).minusDays(1))).contains("0000000101");
        then(household.headOn(NOVEMBER.plusYears(1))).contains("0000000102");
        household.headedBy(EFFECT, "0000000103", NOVEMBER.minusMonths(1));
        then(household.headOn(NOVEMBER.minusDays(1))).contains("0000000103");
        then(household.headOn(NOVEMBER)).contains("0000000101");
    }

    @Property
    @Label("どんな順に届が来ても、資格も適用も重ならず、適用は資格の内側にある")
    void whatever_happens_periods_never_overlap(@ForAll("happenings") List<Happening> happenings) {
        var history = new InsuredHistory("0000000101", List.of());
        happenings.forEach(happening -> happening.happenTo(history));
        var enrollments = history.enrollments().stream().map(Enrollment::period).toList();
        var coverages = history.enrollments().stream().flatMap(e -> e.coverages().stream()).map(Coverage::period).toList();
        thenNoneOverlap(enrollments);
        thenNoneOverlap(coverages);
        history.enrollments().forEach(e -> e.coverages().forEach(c -> then(c.period().isInside(e.period())).isTrue()));
    }

    private static void thenNoneOverlap(List<DatePeriod> periods) {
        for (int i = 0; i < periods.size(); i++) {
            for (int j = i + 1; j < periods.size(); j++) {
                then(periods.get(i).overlaps(periods.get(j))).isFalse();
            }
        }
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        var day = Arbitraries.integers().between(0, 400).map(NOVEMBER::plusDays);
        return Combinators.combine(Arbitraries.of(Kind.class), day).as(Happening::new).list().ofMaxSize(25);
    }

    enum Kind { ACQUIRE, START_COVERAGE, END_COVERAGE, LOSE }

    /** One notice; a refusal or a period that does not run is an ordinary answer. */
    record Happening(Kind kind, LocalDate day) {

        void happenTo(InsuredHistory history) {
            try {
                switch (kind) {
                    case ACQUIRE -> history.acquire(EFFECT, day, HOUSEHOLD, ARTICLE_3);
                    case START_COVERAGE -> history.startCoverage(EFFECT, day, HOUSEHOLD, ARTICLE_4);
                    case END_COVERAGE -> new ArrayList<>(history.enrollments()).forEach(e -> e.endCoverage(EFFECT, day, "moved-inside-prefecture"));
                    case LOSE -> new ArrayList<>(history.enrollments()).forEach(e -> e.lose(EFFECT, day, "died"));
                }
            } catch (Refused | PeriodNotCurrent refusedAsItShould) {
                then(history).isNotNull();
            }
        }
    }
}
