package jp.futari.shared.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** 市の休日を定める条例: the days a municipality closes beside weekends and national holidays. Data of the municipality, never code. */
public record OfficeClosures(MonthDay yearEndFrom, MonthDay yearEndUntil, Set<LocalDate> additional) {

    /** 12月29日から1月3日まで, what nearly every municipality has decided. */
    public static OfficeClosures usual() {
        return new OfficeClosures(MonthDay.of(12, 29), MonthDay.of(1, 3), Set.of());
    }

    boolean on(LocalDate day) {
        var monthDay = MonthDay.from(day);
        return !monthDay.isBefore(yearEndFrom) || !monthDay.isAfter(yearEndUntil) || additional.contains(day);
    }
}
