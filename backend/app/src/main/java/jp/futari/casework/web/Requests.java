package jp.futari.casework.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.futari.casework.application.ActRequest;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.FieldProblem;
import jp.futari.shared.Refused;

/** Reads the headers every write carries. */
final class Requests {

    private static final int MOST_IDS = 100;
    private static final int MOST_DIGITS = 8;

    private Requests() {
    }

    /** @param target what the request is about, path and body: with the same key, another target is another request */
    static ActRequest of(String action, String idempotencyKey, String ifMatch, Object... target) {
        UUID key = key(idempotencyKey);
        return new ActRequest(action, key, version(ifMatch), key == null ? "" : CanonicalJson.sha256(Arrays.stream(target).map(String::valueOf).collect(Collectors.joining("\0"))));
    }

    /** A typed value as part of a target. What could be a personal number, or most of one, leaves no digest behind (two-persons.md section 4). */
    static String withoutNumber(String typed) {
        return typed != null && typed.chars().filter(Character::isDigit).count() > MOST_DIGITS ? "" : typed;
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
