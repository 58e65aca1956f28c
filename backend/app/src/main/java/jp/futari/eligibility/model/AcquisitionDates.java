package jp.futari.eligibility.model;

import java.time.LocalDate;
import java.util.Map;
import jp.futari.shared.rules.DecisionTables;
import jp.futari.shared.rules.RuledRow;

/** 資格取得日の規則 (法7条, 規2条・3条・4条): the table names the event and whether the same or the next day counts; this policy counts it. */
public final class AcquisitionDates {

    private final DecisionTables tables;

    public AcquisitionDates(DecisionTables tables) {
        this.tables = tables;
    }

    /**
     * @param eventOn        異動年月日
     * @param previousLossOn 前の保険の資格喪失年月日, or null when no paper names it
     */
    public Acquisition of(String noticeKind, String reason, LocalDate eventOn, LocalDate previousLossOn) {
        RuledRow row = tables.ask("AcquisitionDate", Map.of("noticeKind", noticeKind, "reason", reason, "lossDayKnown", previousLossOn != null));
        LocalDate event = row.text("event").equals("previous-loss") ? previousLossOn : eventOn;
        LocalDate day = row.text("shift").equals("next-day") ? event.plusDays(1) : event;
        return new Acquisition(day, row.text("period").equals("coverage"), row);
    }
}
