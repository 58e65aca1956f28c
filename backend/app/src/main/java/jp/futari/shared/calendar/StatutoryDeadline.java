package jp.futari.shared.calendar;

import java.time.LocalDate;

/**
 * 法定期限: from which event, how many days, the last day as counted and the day it is due after the holiday shift.
 * Acquisition and loss days, ends of validity and limitation are never shifted; they are no deadlines and have no such object.
 */
public record StatutoryDeadline(LocalDate event, int days, LocalDate counted, LocalDate due) {

    public boolean isShifted() {
        return !counted.equals(due);
    }

    public boolean isKeptBy(LocalDate day) {
        return !day.isAfter(due);
    }
}
