package jp.futari.casework.model;

import java.util.List;
import java.util.regex.Pattern;
import jp.futari.shared.FieldProblem;
import jp.futari.shared.Refused;

/** Twelve digits in a text look like a personal number: they belong into the number's own field, which leads to the vault, and nowhere else. */
public final class PersonalNumberLook {

    private static final Pattern TWELVE_DIGITS = Pattern.compile("(?<![0-9０-９])[0-9０-９]{4}[\\s\u3000‐‑–—−ー-]?[0-9０-９]{4}[\\s\u3000‐‑–—−ー-]?[0-9０-９]{4}(?![0-9０-９])");

    private PersonalNumberLook() {
    }

    public static boolean in(String text) {
        return text != null && TWELVE_DIGITS.matcher(text).find();
    }

    /** @throws Refused 422 that names the field, never the text */
    public static void refuse(String field, String... texts) {
        for (String text : texts) {
            if (in(text)) {
                throw Refused.fields(List.of(FieldProblem.of(field, "casework.form.looks-like-personal-number", java.util.Map.of("label", "この欄"))));
            }
        }
    }
}
