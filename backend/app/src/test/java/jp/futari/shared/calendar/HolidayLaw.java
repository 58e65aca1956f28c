package jp.futari.shared.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.Set;

/** 国民の祝日に関する法律, recomputed independently of the shipped table (rules as in force since 2007, with the special laws of 2019, 2020 and 2021). */
final class HolidayLaw {

    private HolidayLaw() {
    }

    static Set<LocalDate> of(int year) {
        var named = named(year);
        var all = new HashSet<>(named);
        named.stream().filter(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY).forEach(sunday -> all.add(firstNotIn(named, sunday)));
        LocalDate.of(year, 1, 2).datesUntil(LocalDate.of(year, 12, 31))
                .filter(day -> named.contains(day.minusDays(1)) && named.contains(day.plusDays(1)))
                .forEach(all::add);
        return all;
    }

    private static LocalDate firstNotIn(Set<LocalDate> named, LocalDate sunday) {
        var day = sunday.plusDays(1);
        while (named.contains(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static Set<LocalDate> named(int year) {
        var days = new HashSet<>(Set.of(on(year, 1, 1), monday(year, 1, 2), on(year, 2, 11), on(year, 3, springDay(year)), on(year, 4, 29), on(year, 5, 3),
                on(year, 5, 4), on(year, 5, 5), monday(year, 9, 3), on(year, 9, autumnDay(year)), on(year, 11, 3), on(year, 11, 23)));
        if (year != 2019) {
            days.add(year <= 2018 ? on(year, 12, 23) : on(year, 2, 23));
        } else {
            days.add(on(year, 5, 1));
            days.add(on(year, 10, 22));
        }
        addSummer(year, days);
        return days;
    }

    private static void addSummer(int year, Set<LocalDate> days) {
        switch (year) {
            case 2020 -> days.addAll(Set.of(on(2020, 7, 23), on(2020, 7, 24), on(2020, 8, 10)));
            case 2021 -> days.addAll(Set.of(on(2021, 7, 22), on(2021, 7, 23), on(2021, 8, 8)));
            default -> {
                days.add(monday(year, 7, 3));
                days.add(monday(year, 10, 2));
                if (year >= 2016) {
                    days.add(on(year, 8, 11));
                }
            }
        }
    }

    /** The customary approximation of the equinoxes for 1980–2099. */
    private static int springDay(int year) {
        return (int) (20.8431 + 0.242194 * (year - 1980) - (year - 1980) / 4);
    }

    private static int autumnDay(int year) {
        return (int) (23.2488 + 0.242194 * (year - 1980) - (year - 1980) / 4);
    }

    private static LocalDate on(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private static LocalDate monday(int year, int month, int which) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(which, DayOfWeek.MONDAY));
    }
}
