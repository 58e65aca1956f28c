package jp.futari.shared.rules;

import java.util.Map;

/**
 * 適用した規則: the row of a decision table that answered.
 *
 * @param sentence the row's own words
 */
public record RuledRow(String decision, String row, String sentence, Map<String, Object> facts, Map<String, Object> outputs) {

    public String text(String output) {
        return (String) outputs.get(output);
    }

    public boolean yes(String output) {
        return Boolean.TRUE.equals(outputs.get(output));
    }

    public int number(String output) {
        return ((Number) outputs.get(output)).intValue();
    }

    public String article() {
        return text("article");
    }
}
