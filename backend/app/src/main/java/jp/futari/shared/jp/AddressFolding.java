package jp.futari.shared.jp;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** 住所の表記ゆれ: one form for 「中央一丁目２番３号」, 「中央1-2-3」 and 「中央１丁目２の３」, for searching only. What is stored and printed is never touched. */
public final class AddressFolding {

    private static final Pattern KANJI_NUMBER = Pattern.compile("([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=丁目|番|号|条)");
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("(?<=\\d)(?:丁目|番地の|番地|番|号室|号|の|[-‐‑–—−ー])(?=\\d)");
    private static final Pattern AT_THE_END = Pattern.compile("(?<=\\d)(?:丁目|番地|番|号室|号|-)$");
    private static final Pattern PLACE = Pattern.compile(".*(?:\\d|丁目|番地|町|村|字|条).*");
    private static final String DIGITS = "一二三四五六七八九";

    private AddressFolding() {
    }

    /** The search form: width and variants folded, spaces left out, numbers in digits with hyphens between them. */
    public static String folded(String address) {
        var plain = VariantFolding.folded(Normalizer.normalize(address, Normalizer.Form.NFKC)).replace('ヶ', 'ケ');
        var digits = KANJI_NUMBER.matcher(plain).replaceAll(number -> Integer.toString(value(number.group())));
        return AT_THE_END.matcher(BETWEEN_NUMBERS.matcher(digits).replaceAll("-")).replaceAll("");
    }

    /** Whether a text can be part of an address: it names a number beside letters, or a kind of place. */
    public static boolean looksLikeAddress(String text) {
        var folded = folded(text);
        return PLACE.matcher(folded).matches() && folded.codePoints().anyMatch(Character::isIdeographic);
    }

    private static int value(String number) {
        var ten = number.indexOf('十');
        if (ten < 0) {
            return DIGITS.indexOf(number) + 1;
        }
        var tens = ten == 0 ? 1 : DIGITS.indexOf(number.charAt(0)) + 1;
        return tens * 10 + (ten + 1 < number.length() ? DIGITS.indexOf(number.charAt(ten + 1)) + 1 : 0);
    }
}
