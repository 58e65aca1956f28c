package jp.futari.shared.jp;

import java.text.Normalizer;

/** カナ: full-width katakana as stored, and a folded form used only to search (小書きと清濁は区別し、長音と空白を除く). */
public final class Kana {

    private Kana() {
    }

    /** Hiragana and half-width katakana become full-width katakana, spaces the ideographic space; nothing else is touched. */
    public static String stored(String text) {
        var out = new StringBuilder();
        var narrow = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isNarrowKana(c)) {
                narrow.appendCodePoint(c);
            } else {
                flush(narrow, out);
                out.appendCodePoint(wide(c));
            }
        });
        flush(narrow, out);
        return out.toString();
    }

    /** The search form: katakana of normal size without spaces, long-vowel marks and middle dots. */
    public static String folded(String text) {
        var out = new StringBuilder();
        stored(text).codePoints().filter(Kana::isSearched).map(Kana::fullSize).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** Whether the text holds kana (and spaces) only. */
    public static boolean isKana(String text) {
        return !text.isBlank() && stored(text).codePoints().allMatch(c -> isWideKana(c) || c == '　' || c == '・' || c == 'ー');
    }

    private static void flush(StringBuilder narrow, StringBuilder out) {
        out.append(Normalizer.normalize(narrow, Normalizer.Form.NFKC));
        narrow.setLength(0);
    }

    private static boolean isNarrowKana(int c) {
        return c >= 0xFF65 && c <= 0xFF9F;
    }

    private static boolean isWideKana(int c) {
        return c >= 0x30A1 && c <= 0x30FA;
    }

    private static int wide(int c) {
        if (c == ' ') {
            return '　';
        }
        return c >= 0x3041 && c <= 0x3096 ? c + 0x60 : c;
    }

    private static boolean isSearched(int c) {
        return !Character.isWhitespace(c) && c != '　' && c != 'ー' && c != '・' && c != '-';
    }

    private static int fullSize(int c) {
        var small = "ァィゥェォッャュョヮヵヶ".indexOf(c);
        return small < 0 ? c : "アイウエオツヤユヨワカケ".charAt(small);
    }
}
