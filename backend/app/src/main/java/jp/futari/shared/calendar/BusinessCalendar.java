package jp.futari.shared.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** 開庁日の暦: weekends, national holidays and the closures of the municipality's ordinance are no business days (地方自治法4条の2). */
public final class BusinessCalendar {

    private final NationalHolidays holidays;
    private final OfficeClosures closures;

    public BusinessCalendar(NationalHolidays holidays, OfficeClosures closures) {
        this.holidays = holidays;
        this.closures = closures;
    }

    /** The shipped holidays with the usual year end. */
    public static BusinessCalendar usual() {
        return new BusinessCalendar(NationalHolidays.shipped(), OfficeClosures.usual());
    }

    public boolean isBusinessDay(LocalDate day) {
        return !isWeekend(day) && holidays.on(day).isEmpty() && !closures.on(day);
    }

    /** The day itself when the office is open, otherwise the next day on which it is. */
    public LocalDate sameOrNextBusinessDay(LocalDate day) {
        var candidate = day;
        while (!isBusinessDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /** The first business day after that day. */
    public LocalDate nextBusinessDay(LocalDate day) {
        return sameOrNextBusinessDay(day.plusDays(1));
    }

    /** Moves by business days; the first day is not counted. Negative moves back. */
    public LocalDate addBusinessDays(LocalDate day, int count) {
        var step = Integer.signum(count);
        var moved = day;
        for (var left = Math.abs(count); left > 0; left--) {
            do {
                moved = moved.plusDays(step);
            } while (!isBusinessDay(moved));
        }
        return moved;
    }

    /** How many business days lie after the first day up to and including the last; negative when the last day is past. */
    public int businessDaysBetween(LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            return -businessDaysBetween(until, from);
        }
        return (int) from.plusDays(1).datesUntil(until.plusDays(1)).filter(this::isBusinessDay).count();
    }

    /**
     * 法定の期限: the first day is not counted (民法140条), and a last day on which the office is closed moves to the next one on which it is open
     * (地方自治法4条の2第4項; for private terms 民法142条).
     */
    public StatutoryDeadline deadline(LocalDate event, int days) {
        var counted = event.plusDays(days);
        return new StatutoryDeadline(event, days, counted, sameOrNextBusinessDay(counted));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
