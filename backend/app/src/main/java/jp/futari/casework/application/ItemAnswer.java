package jp.futari.casework.application;

import java.util.List;
import java.util.Set;
import jp.futari.casework.model.PersonalNumberLook;
import jp.futari.shared.Refused;

/**
 * 四つの答え, as one act on one item. With any answer but 同じ the checker names the fields meant, so that a return says it field by field; the
 * others of the item are the same by this very answer (decision 0013).
 *
 * @param fields keys of the item's fields; may be left out where the item is one field
 */
public record ItemAnswer(String answer, List<String> fields, String reason, String note) {

    private static final Set<String> ANSWERS = Set.of("same", "entry-mistake", "unreadable", "source-wrong", "retype");
    static final Set<String> REASONS = Set.of("misread-digit", "misread-character", "mistyped", "wrong-field", "differs-from-source", "unreadable", "paper-missing",
            "against-the-rule", "other");
    private static final int LONGEST_NOTE = 500;

    /** @return the item's fields that this answer changes, as they are after it */
    List<CheckItemState> judge(CheckItems.Round round, CheckItemGroup item) {
        if (!ANSWERS.contains(answer)) {
            throw Refused.unprocessable("casework.check.answer-unknown");
        }
        if (reason != null && !REASONS.contains(reason) || note != null && note.length() > LONGEST_NOTE) {
            throw Refused.unprocessable("casework.check.reason-unknown");
        }
        PersonalNumberLook.refuse("note", note);
        List<String> meant = meant(item);
        if (item.isReenter() ? !isPossible(item.first()) : "retype".equals(answer) || !item.isAnswered() && !round.isOpenNow(item)) {
            throw Refused.unprocessable("casework.check.answer-not-possible-now");
        }
        return item.fields().stream().filter(field -> meant.contains(field.key()) || !field.isCarriedAsSame()).map(field -> after(field, meant.contains(field.key()))).toList();
    }

    private List<String> meant(CheckItemGroup item) {
        List<String> named = fields == null ? List.of() : fields;
        if (named.stream().anyMatch(key -> key == null || item.field(key).isEmpty())) {
            throw Refused.unprocessable("casework.check.field-not-of-item");
        }
        if ("same".equals(answer) && !named.isEmpty()) {
            throw Refused.unprocessable("casework.check.same-names-no-field");
        }
        if (item.isOneField()) {
            return List.of(item.key());
        }
        if (!"same".equals(answer) && named.isEmpty()) {
            throw Refused.unprocessable("casework.check.which-field");
        }
        return named;
    }

    /** 打ち直す once more while blind; what differs never becomes the same; what cannot be read need not be typed first. */
    private boolean isPossible(CheckItemState item) {
        boolean decidedDiffers = item.differs() > 0 && !"matched".equals(item.state());
        boolean again = "retype".equals(answer) && "differs".equals(item.state()) && item.attemptsLeft() > 0;
        boolean unreadableAtOnce = "open".equals(item.state()) && ("unreadable".equals(answer) || "source-wrong".equals(answer));
        return again || unreadableAtOnce || decidedDiffers && !"same".equals(answer) && !"retype".equals(answer);
    }

    private CheckItemState after(CheckItemState field, boolean isMeant) {
        boolean wrong = isMeant && !"same".equals(answer);
        boolean shows = field.revealed() || field.isReenter() && !field.field().isNumber() && !"retype".equals(answer);
        return field.answered(wrong ? answer : "same", shows, wrong ? reason : null, wrong ? note : null);
    }
}
