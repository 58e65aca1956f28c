package jp.futari.shared.rules;

import java.util.Map;

/** 判定表: asks a decision table of {@code processes/}. The answer carries the row that fired, for the record. */
public interface DecisionTables {

    /**
     * @param decision the decision's id, e.g. {@code AcquisitionDate}
     * @return the one row that fired
     * @throws NoRowFired when the table has no row for these facts: a case without a rule is refused, never guessed
     */
    RuledRow ask(String decision, Map<String, Object> facts);
}
