package jp.futari.eligibility.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import jp.futari.shared.FiscalYear;
import jp.futari.shared.LegalPeriod;
import jp.futari.shared.office.LevyRegime;
import jp.futari.shared.office.Office;

/**
 * 遡及の帰結: what a late notice means for the levy. The months from the acquisition to the month before the notice, by fiscal year, and for
 * each year until which day the office may still decide on it (法110条の2: two years from the day after the year's first 納期, or from the day
 * after the levy became possible where that is later). No amounts: those belong to the levy.
 */
public record RetroactiveConsequence(LocalDate from, LocalDate noticeOn, LevyRegime regime, List<Year> years) {

    /** @param lastDayToDecide the last day on which the levy of this year may be decided */
    public record Year(FiscalYear year, YearMonth first, YearMonth last, LocalDate lastDayToDecide, boolean decidable) {

        public int months() {
            return (int) ChronoUnit.MONTHS.between(first, last) + 1;
        }
    }

    public static RetroactiveConsequence of(LocalDate acquiredOn, LocalDate noticeOn, Office office) {
        List<Year> years = new ArrayList<>();
        YearMonth end = YearMonth.from(noticeOn).minusMonths(1);
        for (YearMonth month = YearMonth.from(acquiredOn); !month.isAfter(end); month = next(years)) {
            years.add(year(month, end, acquiredOn, noticeOn, office));
        }
        return new RetroactiveConsequence(acquiredOn, noticeOn, office.regime(), List.copyOf(years));
    }

    private static YearMonth next(List<Year> years) {
        return years.get(years.size() - 1).last().plusMonths(1);
    }

    private static Year year(YearMonth month, YearMonth end, LocalDate acquiredOn, LocalDate noticeOn, Office office) {
        FiscalYear year = FiscalYear.of(month.atDay(1));
        YearMonth march = YearMonth.from(year.lastDay());
        LocalDate lastDay = lastDayToDecide(year, acquiredOn, office);
        return new Year(year, month, march.isBefore(end) ? march : end, lastDay, !noticeOn.isAfter(lastDay));
    }

    /** 法110条の2第1項. The first 納期 moves to the next business day like every 納期限; the limit counted from it does not. */
    private static LocalDate lastDayToDecide(FiscalYear year, LocalDate acquiredOn, Office office) {
        LocalDate firstDue = office.calendar().sameOrNextBusinessDay(office.levy().firstDueIn(year.year()));
        LocalDate base = acquiredOn.isAfter(firstDue) ? acquiredOn : firstDue;
        return LegalPeriod.lastDayOfYears(base.plusDays(1), office.regime().yearsToDecide());
    }

    public boolean isRetroactive() {
        return !years.isEmpty();
    }

    public int months() {
        return years.stream().mapToInt(Year::months).sum();
    }

    public int decidableMonths() {
        return years.stream().filter(Year::decidable).mapToInt(Year::months).sum();
    }
}
