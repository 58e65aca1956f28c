package jp.futari.casework.application;

import com.fasterxml.jackson.databind.JsonNode;
import jp.futari.casework.model.FormSchema.Field;

/**
 * One field of a running check with the value that was entered; the value leaves the server only as {@link CheckItemViews} allows.
 *
 * @param item the item it is asked in: its own key, or the key of the box it stands in
 */
record CheckItemState(String key, String item, int ordinal, String kind, String state, int attempts, int differs, boolean revealed, String reason, String note, boolean carried, Field field,
                      JsonNode entered, String lastTyped) {

    static final int BLIND_ATTEMPTS = 2;
    static final int NUMBER_ATTEMPTS = 5;

    /** The same item after an attempt. */
    CheckItemState attempted(boolean match, boolean nowRevealed, String typed) {
        return new CheckItemState(key, item, ordinal, kind, match ? "matched" : "differs", attempts + 1, match ? differs : differs + 1, nowRevealed, reason, note, carried, field, entered, typed);
    }

    /** The same item after one of the four answers, or 打ち直す. */
    CheckItemState answered(String newState, boolean nowRevealed, String newReason, String newNote) {
        return new CheckItemState(key, item, ordinal, kind, newState, attempts, differs, nowRevealed, newReason, newNote, carried, field, entered, lastTyped);
    }

    boolean isReenter() {
        return "reenter".equals(kind);
    }

    boolean isAnswered() {
        return switch (state) {
            case "closed", "open", "retype", "differs" -> false;
            default -> true;
        };
    }

    boolean isSettled() {
        return "matched".equals(state) || "same".equals(state);
    }

    /** Found right in an earlier round and not touched since: asked in no item of this one. */
    boolean isCarriedAsSame() {
        return carried && "same".equals(state);
    }

    boolean takesAttempt() {
        return isReenter() && ("open".equals(state) || "retype".equals(state));
    }

    int attemptsLeft() {
        int most = field.isNumber() ? NUMBER_ATTEMPTS : BLIND_ATTEMPTS;
        return isReenter() && !revealed && !isAnswered() ? Math.max(0, most - attempts) : 0;
    }
}
