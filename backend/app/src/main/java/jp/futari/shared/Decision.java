package jp.futari.shared;

import java.util.Map;

/** An ordinary answer of a rule: yes, or no with a stable code the screen turns into a sentence. */
public record Decision(boolean isAllowed, String code, Map<String, String> params) {

    private static final Decision ALLOWED = new Decision(true, null, Map.of());

    public static Decision allowed() {
        return ALLOWED;
    }

    public static Decision refused(String code) {
        return refused(code, Map.of());
    }

    public static Decision refused(String code, Map<String, String> params) {
        return new Decision(false, code, Map.copyOf(params));
    }

    /** @throws Refused with status 403 when the answer is no */
    public void orRefuse() {
        if (!isAllowed) {
            throw Refused.forbidden(code, params);
        }
    }
}
