package jp.futari.casework.model;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Whether what the checker typed is what was entered. Compared by code point, variation selectors included; the only things folded are
 * those the field types fold on input (surrounding blanks, separators of amounts, codes and postal codes).
 */
public final class Sameness {

    private Sameness() {
    }

    public static boolean same(String type, JsonNode entered, String typed) {
        return canonical(type, entered.isValueNode() ? entered.asText() : entered.toString()).equals(canonical(type, typed));
    }

    private static String canonical(String type, String value) {
        String trimmed = value.strip();
        return switch (type) {
            case "jp-amount", "jp-number", "jp-postal", "jp-phone", "jp-serial" -> halfWidth(trimmed).replaceAll("[,\\s‐‑–—−ー-]", "");
            default -> trimmed;
        };
    }

    private static String halfWidth(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(c >= '０' && c <= '９' ? c - '０' + '0' : c == '，' ? ',' : c));
        return out.toString();
    }
}
