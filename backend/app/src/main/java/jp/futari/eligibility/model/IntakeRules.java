package jp.futari.eligibility.model;

import java.util.Map;
import jp.futari.shared.Decision;
import jp.futari.shared.rules.DecisionTables;
import jp.futari.shared.rules.NoRowFired;

/** 受付の方法と入手元 (評価書Ⅱ3①②): what has no row, or a row that says no, is refused (ACQ-05, ACQ-11). */
public final class IntakeRules {

    private final DecisionTables tables;

    public IntakeRules(DecisionTables tables) {
        this.tables = tables;
    }

    public Decision channel(String channel) {
        return ask("IntakeChannel", "channel", channel);
    }

    public Decision source(String source) {
        return ask("IntakeSource", "source", source);
    }

    private Decision ask(String table, String fact, String value) {
        try {
            return value != null && tables.ask(table, Map.of(fact, value)).yes("allowed") ? Decision.allowed() : refused(fact);
        } catch (NoRowFired nothingSaysYes) {
            return refused(fact);
        }
    }

    private static Decision refused(String fact) {
        return Decision.refused("eligibility.intake." + fact + "-not-allowed");
    }
}
