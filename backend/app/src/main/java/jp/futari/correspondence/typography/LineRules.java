package jp.futari.correspondence.typography;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.util.function.IntPredicate;

/** 禁則: where a line of Japanese may end. No line begins with 。、」 or a small kana, none ends with 「; numbers keep together with their counter. */
final class LineRules implements FSTextBreaker {

    private static final String NEVER_FIRST = "、。，．・：；？！゛゜ヽヾゝゞ々ー」』）】〉》〕］｝’”％‰℃ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ),.!?:;]}%〜～…‥〟";
    private static final String NEVER_LAST = "「『（【〈《〔［｛‘“￥＄〒№([{〝";
    private static final String COUNTERS = "年月日条項号円人枚歳回割分時";

    private String text = "";
    private int position;

    @Override
    public void setText(String newText) {
        text = newText;
        position = 0;
    }

    @Override
    public int next() {
        if (position >= text.length()) {
            return -1;
        }
        int candidate = position;
        do {
            candidate += Character.charCount(text.codePointAt(candidate));
        } while (candidate < text.length() && !mayBreak(text.codePointBefore(candidate), text.codePointAt(candidate)));
        position = candidate;
        return position;
    }

    static boolean mayBreak(int before, int after) {
        if (isSpace(after)) {
            return false;
        }
        return isSpace(before) || !(in(NEVER_FIRST, after) || in(NEVER_LAST, before) || isWord(before) && isWord(after) || isDigit(before) && in(COUNTERS, after));
    }

    private static boolean in(String set, int code) {
        return set.indexOf(code) >= 0;
    }

    private static boolean isSpace(int code) {
        return code == ' ' || code == '\n' || code == '\t';
    }

    private static boolean isWord(int code) {
        IntPredicate latin = c -> c < 0x250 && !isSpace(c);
        return latin.test(code);
    }

    private static boolean isDigit(int code) {
        return code >= '0' && code <= '9' || code >= '０' && code <= '９';
    }
}
