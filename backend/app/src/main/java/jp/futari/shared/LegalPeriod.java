package jp.futari.shared;

import java.time.LocalDate;

/** 期間の計算: how the law counts days and years (民法140条・143条). */
public final class LegalPeriod {

    private LegalPeriod() {
    }

    /** 民法140条: the day of the event is not counted; the last day of so many days. */
    public static LocalDate lastDayOfDays(LocalDate event, int days) {
        return event.plusDays(days);
    }

    /** 民法143条2項: the last day of so many years that begin on a day; the month's end where the corresponding day does not exist. */
    public static LocalDate lastDayOfYears(LocalDate firstDay, int years) {
        LocalDate corresponding = firstDay.plusYears(years);
        return corresponding.getDayOfMonth() == firstDay.getDayOfMonth() ? corresponding.minusDays(1) : corresponding;
    }
}
