package jp.futari.eligibility.model;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.futari.shared.rules.DecisionTables;
import jp.futari.shared.rules.RuledRow;

/** 求める書類: what the reason, the notifier, the number and the residence status each ask for, as the office's codes. */
public final class RequiredPapers {

    private final DecisionTables tables;

    public RequiredPapers(DecisionTables tables) {
        this.tables = tables;
    }

    public Papers of(String reason, String notifier, String authority, boolean numberGiven, boolean designatedActivity) {
        Map<String, Object> who = new TreeMap<>(Map.of("notifier", notifier));
        who.put("authority", authority);
        List<RuledRow> rows = List.of(
                tables.ask("RequiredDocuments", Map.of("reason", reason)),
                tables.ask("NotifierDocuments", who),
                tables.ask("NumberDocuments", Map.of("numberGiven", numberGiven)),
                tables.ask("DesignationDocuments", Map.of("designatedActivity", designatedActivity)));
        Set<String> codes = new LinkedHashSet<>();
        rows.forEach(row -> Arrays.stream(row.text("papers").split(",")).filter(code -> !code.isBlank()).forEach(codes::add));
        return new Papers(codes, rows);
    }

    public record Papers(Set<String> codes, List<RuledRow> rules) {

        public List<String> missingFrom(Set<String> received) {
            return codes.stream().filter(code -> !received.contains(code)).toList();
        }
    }
}
