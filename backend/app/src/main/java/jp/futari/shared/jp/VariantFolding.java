package jp.futari.shared.jp;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * 異体字の同一視: folds variant characters of names (髙 高, 﨑 崎, 邊 邉 辺) and drops variation selectors, for searching only.
 * What was folded can be told to the person who searched.
 */
public final class VariantFolding {

    /** Each word is one family; its first character is the one the search form uses. */
    private static final String FAMILIES = """
            高髙 崎﨑嵜碕 辺邊邉 斎齋斉齊 沢澤 浜濱濵 島嶋嶌 広廣 国國 桜櫻 関關 吉𠮷 渡渉 真眞 徳德 恵惠 蔵藏 竜龍 滝瀧 円圓 塩鹽 遠逺 礼禮 館舘 条條 栄榮 会會 学學 寿壽 実實 静靜 壮壯 総總 荘莊
            増增 鉄鐵 伝傳 富冨 弥彌 薬藥 与與 来來 頼賴 緑綠 塁壘 黒黑 万萬 亜亞 為爲 巌巖 丘邱 桑桒 曽曾 聡聰 瀬瀨 鶴靏靍 峰峯 柳栁 槙槇 穂穗 豊豐 舟船 晃晄 昇曻 彦彥 浄淨 剣劍剱 県縣 郷鄕 乗乘
            帯帶 巻卷 尚尙 清淸 青靑 暁曉 瑶瑤 尭堯 檜桧 芦蘆 猪豬 鴎鷗 薮藪籔 諌諫 撹攪
            """;
    private static final Map<Integer, Integer> HEAD = heads();

    private VariantFolding() {
    }

    /** The search form of a name: families folded, variation selectors and spaces left out. */
    public static String folded(String name) {
        var out = new StringBuilder(name.length());
        name.codePoints().filter(c -> !isSelector(c) && !Character.isWhitespace(c) && c != '　').map(VariantFolding::head).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** 「髙=高」: what in the found name is written otherwise than in the query, for the screen to say so. Empty when nothing was folded. */
    public static Set<String> differences(String query, String name) {
        var asked = new LinkedHashSet<Integer>();
        query.codePoints().filter(c -> !isSelector(c)).forEach(asked::add);
        var found = new LinkedHashSet<String>();
        name.codePoints().filter(c -> !isSelector(c) && !asked.contains(c)).forEach(c ->
                asked.stream().filter(other -> other != c && head(other) == head(c)).forEach(other -> found.add(Character.toString(c) + "=" + Character.toString(other))));
        return found;
    }

    private static int head(int c) {
        var unified = isCompatibility(c) ? Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC).codePointAt(0) : c;
        return HEAD.getOrDefault(unified, unified);
    }

    /** 互換漢字 (神 U+FA19 and others), which are the same letter as their unified twin when one searches. */
    private static boolean isCompatibility(int c) {
        return c >= 0xF900 && c <= 0xFAFF || c >= 0x2F800 && c <= 0x2FA1F;
    }

    /** Variation selectors VS1–16 and the ideographic ones VS17–256 (IVS). */
    private static boolean isSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }

    private static Map<Integer, Integer> heads() {
        var heads = new HashMap<Integer, Integer>();
        for (var family : FAMILIES.strip().split("\\s+")) {
            var first = family.codePointAt(0);
            family.codePoints().forEach(c -> heads.put(c, first));
        }
        return heads;
    }
}
