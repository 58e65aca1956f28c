package jp.futari.shared.calendar;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessCalendarTest {

    private static final BusinessCalendar CALENDAR = BusinessCalendar.usual();

    @ParameterizedTest(name = "{0} は閉庁日")
    @ValueSource(strings = {"2026-11-21", "2026-11-22", "2026-11-23", "2026-12-29", "2026-12-31", "2027-01-01", "2027-01-03", "2026-05-06", "2026-09-22", "2019-10-22", "2021-07-22"})
    void weekends_holidays_and_the_year_end_are_no_business_days(LocalDate day) {
        then(CALENDAR.isBusinessDay(day)).isFalse();
    }

    @ParameterizedTest(name = "{0} は開庁日")
    @ValueSource(strings = {"2026-11-20", "2026-11-24", "2026-12-28", "2027-01-04", "2021-07-19", "2020-10-12"})
    void the_days_beside_them_are(LocalDate day) {
        then(CALENDAR.isBusinessDay(day)).isTrue();
    }

    @DisplayName("14日の期限は初日を数えず、閉庁日に当たれば次の開庁日になる")
    @ParameterizedTest
    @CsvSource({"2026-11-02,2026-11-16,2026-11-16", "2026-11-07,2026-11-21,2026-11-24", "2026-12-15,2026-12-29,2027-01-04", "2026-04-19,2026-05-03,2026-05-07"})
    void a_statutory_deadline_moves_off_closed_days(LocalDate event, LocalDate counted, LocalDate due) {
        var deadline = CALENDAR.deadline(event, 14);
        then(deadline.counted()).isEqualTo(counted);
        then(deadline.due()).isEqualTo(due);
        then(deadline.isShifted()).isEqualTo(!counted.equals(due));
        then(deadline.isKeptBy(due)).isTrue();
        then(deadline.isKeptBy(due.plusDays(1))).isFalse();
    }

    @Test
    @DisplayName("開庁日で数えて進み、戻る")
    void business_days_are_counted_both_ways() {
        var friday = LocalDate.of(2026, 11, 20);
        then(CALENDAR.addBusinessDays(friday, 1)).isEqualTo(LocalDate.of(2026, 11, 24));
        then(CALENDAR.addBusinessDays(LocalDate.of(2026, 11, 24), -1)).isEqualTo(friday);
        then(CALENDAR.businessDaysBetween(friday, LocalDate.of(2026, 11, 30))).isEqualTo(5);
        then(CALENDAR.businessDaysBetween(LocalDate.of(2026, 11, 30), friday)).isEqualTo(-5);
        then(CALENDAR.nextBusinessDay(friday)).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @Test
    @DisplayName("市が条例で足した閉庁日は市のデータである")
    void a_municipality_may_add_days() {
        var founding = LocalDate.of(2026, 11, 20);
        var own = new BusinessCalendar(NationalHolidays.shipped(), new OfficeClosures(MonthDay.of(12, 28), MonthDay.of(1, 4), Set.of(founding)));
        then(own.isBusinessDay(founding)).isFalse();
        then(own.isBusinessDay(LocalDate.of(2027, 1, 4))).isFalse();
    }

    @Test
    @DisplayName("祝日の表にない年は推測せず断る")
    void a_year_without_holidays_is_refused() {
        assertThatThrownBy(() -> CALENDAR.isBusinessDay(LocalDate.of(2061, 4, 1))).isInstanceOf(HolidaysUnknown.class);
    }

    @Test
    @DisplayName("祝日の表は祝日法から計算し直したものと合う（2007年から2050年）")
    void the_table_agrees_with_the_law_recomputed() {
        IntStream.rangeClosed(2007, 2050).forEach(year -> {
            var law = HolidayLaw.of(year);
            LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).forEach(day ->
                    then(NationalHolidays.shipped().on(day).isPresent()).as("%s", day).isEqualTo(law.contains(day)));
        });
    }

    @Test
    @DisplayName("公表済みの年と見込みの年が区別されている")
    void forecast_years_are_marked() {
        then(NationalHolidays.shipped().on(LocalDate.of(2026, 9, 23)).orElseThrow().announced()).isTrue();
        then(NationalHolidays.shipped().on(LocalDate.of(2040, 1, 1)).orElseThrow().announced()).isFalse();
        then(LocalDate.of(2026, 9, 22).getDayOfWeek()).isEqualTo(DayOfWeek.TUESDAY);
    }
}
