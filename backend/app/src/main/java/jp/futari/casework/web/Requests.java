package jp.futari.casework.web;

import java.util.List;
import java.util.UUID;
import jp.futari.casework.application.ActRequest;
import jp.futari.shared.FieldProblem;
import jp.futari.shared.Refused;

/** Reads the headers every write carries. */
final class Requests {

    private static final int MOST_IDS = 100;

    private Requests() {
    }

    static ActRequest of(String action, String idempotencyKey, String ifMatch) {
        return new ActRequest(action, key(idempotencyKey), version(ifMatch));
    }

    private static UUID key(String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.fields(List.of(FieldProblem.of("Idempotency-Key", "web.not-a-uuid")));
        }
    }

    private static Integer version(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String bare = text.replace("W/", "").replace("\"", "");
        if (!bare.matches("\\d{1,9}")) {
            throw Refused.fields(List.of(FieldProblem.of("If-Match", "web.not-a-version")));
        }
        return Integer.valueOf(bare);
    }

    static List<String> some(List<String> ids) {
        if (ids == null || ids.isEmpty() || ids.size() > MOST_IDS || ids.stream().anyMatch(id -> id == null || id.length() > 64)) {
            throw Refused.fields(List.of(FieldProblem.of("ids", "web.one-to-a-hundred")));
        }
        return ids;
    }

    static <T> T given(T value, String field) {
        if (value == null) {
            throw Refused.fields(List.of(FieldProblem.of(field, "web.missing")));
        }
        return value;
    }
}
