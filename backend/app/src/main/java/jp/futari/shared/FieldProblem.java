package jp.futari.shared;

import java.util.Map;

/** One field that keeps a form from being sent: its key, a stable code, and what the sentence needs to name. No personal values. */
public record FieldProblem(String key, String code, Map<String, String> params) {

    public static FieldProblem of(String key, String code) {
        return new FieldProblem(key, code, Map.of());
    }

    public static FieldProblem of(String key, String code, Map<String, String> params) {
        return new FieldProblem(key, code, Map.copyOf(params));
    }
}
