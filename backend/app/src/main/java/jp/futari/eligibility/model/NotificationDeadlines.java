package jp.futari.eligibility.model;

import java.time.LocalDate;
import java.util.Map;
import jp.futari.shared.calendar.BusinessCalendar;
import jp.futari.shared.calendar.StatutoryDeadline;
import jp.futari.shared.rules.DecisionTables;
import jp.futari.shared.rules.RuledRow;

/** 届出の期限 (法9条, 規2条・3条・4条): fourteen days from the day of the fact, the first not counted, holidays shifted. */
public final class NotificationDeadlines {

    private final DecisionTables tables;
    private final BusinessCalendar calendar;

    public NotificationDeadlines(DecisionTables tables, BusinessCalendar calendar) {
        this.tables = tables;
        this.calendar = calendar;
    }

    public Deadline of(String noticeKind, LocalDate fact) {
        RuledRow row = tables.ask("NotificationDeadline", Map.of("noticeKind", noticeKind));
        return new Deadline(calendar.deadline(fact, row.number("days")), row);
    }

    public record Deadline(StatutoryDeadline statutory, RuledRow rule) {

        public LocalDate due() {
            return statutory.due();
        }

        public boolean isLate(LocalDate notifiedOn) {
            return !statutory.isKeptBy(notifiedOn);
        }
    }
}
