package jp.futari.eligibility.model;

import java.time.LocalDate;
import jp.futari.shared.rules.RuledRow;

/**
 * 資格取得日・適用開始日: which day begins what, and the row of the rule that says so.
 *
 * @param coverageOnly 規4条: coverage begins, the enrolment in the prefecture goes on
 */
public record Acquisition(LocalDate on, boolean coverageOnly, RuledRow rule) {

    public String label() {
        return coverageOnly ? "適用開始日" : "資格取得日";
    }
}
