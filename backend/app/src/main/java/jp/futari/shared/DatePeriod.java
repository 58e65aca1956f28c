package jp.futari.shared;

import java.time.LocalDate;

/** 期間: half-open days. {@code from} is the first day inside, {@code until} the first day outside, or null while it is open. */
public record DatePeriod(LocalDate from, LocalDate until) {

    public DatePeriod {
        if (from == null || until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("a period has at least one day");
        }
    }

    public static DatePeriod since(LocalDate from) {
        return new DatePeriod(from, null);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    public boolean overlaps(DatePeriod other) {
        return (until == null || other.from.isBefore(until)) && (other.until == null || from.isBefore(other.until));
    }

    public boolean isInside(DatePeriod outer) {
        return !from.isBefore(outer.from) && (outer.until == null || until != null && !until.isAfter(outer.until));
    }

    public boolean isOpen() {
        return until == null;
    }
}
