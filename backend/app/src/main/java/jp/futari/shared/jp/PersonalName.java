package jp.futari.shared.jp;

import java.text.Normalizer;

/**
 * 氏名: a name as it is written. Its code points are never normalised (NFC would replace 神 U+FA19 and its like); only the two conversions
 * of screens.md section 6 are made: half-width katakana to full width, ASCII space to the ideographic space.
 */
public final class PersonalName {

    private PersonalName() {
    }

    /** The name as it is stored. */
    public static String stored(String typed) {
        var out = new StringBuilder();
        var narrow = new StringBuilder();
        typed.codePoints().forEach(c -> {
            if (c >= 0xFF65 && c <= 0xFF9F) {
                narrow.appendCodePoint(c);
            } else {
                out.append(Normalizer.normalize(narrow, Normalizer.Form.NFKC));
                narrow.setLength(0);
                out.appendCodePoint(c == ' ' ? '　' : c);
            }
        });
        return out.append(Normalizer.normalize(narrow, Normalizer.Form.NFKC)).toString();
    }

    /** 登録されていない文字: private-use characters, controls and broken surrogates cannot be stored. */
    public static boolean isWritable(String name) {
        return !name.isBlank() && name.codePoints().noneMatch(PersonalName::isForbidden);
    }

    private static boolean isForbidden(int c) {
        var type = Character.getType(c);
        return type == Character.PRIVATE_USE || type == Character.SURROGATE || type == Character.CONTROL || type == Character.UNASSIGNED;
    }
}
