package jp.futari.eligibility;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import jp.futari.Requirement;
import jp.futari.eligibility.model.RetroactiveConsequence;
import jp.futari.shared.office.LevyRegime;
import jp.futari.shared.office.Office;
import jp.futari.shared.office.OfficeConfiguration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Requirement({"NHI-QUA-01", "WORK-01"})
class RetroactiveConsequenceTest {

    private static final Office OFFICE = OfficeConfiguration.demo();

    @Test
    @DisplayName("同じ月の届は、さかのぼらない")
    void a_notice_in_the_month_of_acquisition_is_not_retroactive() {
        then(RetroactiveConsequence.of(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), OFFICE).isRetroactive()).isFalse();
    }

    @Test
    @DisplayName("2年度にまたがる遡及は、年度ごとに月数と期限を示す")
    void a_retroactive_acquisition_across_two_fiscal_years() {
        // given: acquired in January, told in November
        var consequence = RetroactiveConsequence.of(LocalDate.of(2026, 1, 15), LocalDate.of(2026, 11, 18), OFFICE);
        // then: January to March belong to one year, April to October to the next
        then(consequence.years()).hasSize(2);
        var first = consequence.years().get(0);
        then(first.year().year()).isEqualTo(2025);
        then(first.months()).isEqualTo(3);
        then(first.first()).isEqualTo(YearMonth.of(2026, 1));
        then(first.last()).isEqualTo(YearMonth.of(2026, 3));
        // the first 納期 (30 June 2025) had passed: counted from the day the levy became possible
        then(first.lastDayToDecide()).isEqualTo(LocalDate.of(2028, 1, 15));
        var second = consequence.years().get(1);
        then(second.months()).isEqualTo(7);
        then(second.lastDayToDecide()).isEqualTo(LocalDate.of(2028, 6, 30));
        then(consequence.months()).isEqualTo(10);
        then(consequence.decidableMonths()).isEqualTo(10);
    }

    @DisplayName("足立区の例: 令和4年度分は最初の納期が令和4年6月30日、令和6年7月1日からは決められない")
    @ParameterizedTest
    @CsvSource({"2024-06-30,true", "2024-07-01,false"})
    void the_published_example_of_the_two_year_limit(LocalDate noticeOn, boolean decidable) {
        var year = RetroactiveConsequence.of(LocalDate.of(2022, 4, 1), noticeOn, OFFICE).years().get(0);
        then(year.lastDayToDecide()).isEqualTo(LocalDate.of(2024, 6, 30));
        then(year.decidable()).isEqualTo(decidable);
    }

    @DisplayName("最初の納期のあとに取得した年度は、取得日の翌日から2年を数える")
    @ParameterizedTest
    @CsvSource({
        "2022-06-30,2024-06-30", "2022-07-01,2024-07-01", "2023-02-28,2025-02-28",
        // 29 February: two years that begin on 1 March end on 28 February
        "2024-02-29,2026-02-28", "2024-02-28,2026-02-28", "2024-03-31,2026-03-31"})
    void a_year_entered_after_its_first_due_day_counts_from_the_acquisition(LocalDate acquiredOn, LocalDate lastDay) {
        then(RetroactiveConsequence.of(acquiredOn, LocalDate.of(2026, 11, 18), OFFICE).years().get(0).lastDayToDecide()).isEqualTo(lastDay);
    }

    @Test
    @DisplayName("期間を過ぎた年度の月は、もう賦課できない月として示す")
    void months_beyond_the_limit_are_told_apart() {
        var consequence = RetroactiveConsequence.of(LocalDate.of(2023, 4, 1), LocalDate.of(2026, 11, 18), OFFICE);
        // 30 June 2024 is a Sunday, so that year counts from 1 July
        then(consequence.years()).extracting(year -> year.decidable()).containsExactly(false, false, true, true);
        then(consequence.months()).isEqualTo(43);
        then(consequence.decidableMonths()).isEqualTo(19);
    }

    @Test
    @DisplayName("税の市では3年")
    void a_city_with_a_tax_has_three_years() {
        var tax = new Office(true, OFFICE.product(), OFFICE.municipality(), OFFICE.sections(), OFFICE.counters(), OFFICE.businessHours(), LevyRegime.TAX,
                OFFICE.certificate(), OFFICE.insuredNumbering(), OFFICE.documentNumbering(), OFFICE.levy(), OFFICE.appeal(), OFFICE.limits(), OFFICE.papers());
        then(RetroactiveConsequence.of(LocalDate.of(2022, 4, 1), LocalDate.of(2024, 7, 1), tax).years().get(0).lastDayToDecide()).isEqualTo(LocalDate.of(2025, 6, 30));
    }

    @Property
    @Label("どの日でも、月数は合う")
    void the_months_add_up_whatever_the_days(@ForAll @IntRange(min = 0, max = 4000) int start, @ForAll @IntRange(min = 0, max = 1500) int later) {
        var acquiredOn = LocalDate.of(2015, 1, 1).plusDays(start);
        var noticeOn = acquiredOn.plusDays(later);
        var consequence = RetroactiveConsequence.of(acquiredOn, noticeOn, OFFICE);
        var expected = ChronoUnit.MONTHS.between(YearMonth.from(acquiredOn), YearMonth.from(noticeOn));
        then((long) consequence.months()).isEqualTo(expected);
        consequence.years().forEach(year -> then(year.months()).isBetween(1, 12));
    }
}
