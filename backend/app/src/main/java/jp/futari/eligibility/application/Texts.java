package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads entered values: empty is null, an uncertain day (…-99) is no day. */
final class Texts {

    private Texts() {
    }

    static String of(JsonNode values, String key) {
        String text = values.path(key).asText("");
        return text.isBlank() ? null : text;
    }

    static LocalDate day(JsonNode values, String key) {
        String text = of(values, key);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException uncertain) {
            return null;
        }
    }

    static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
