package jp.futari.demo.city;

/** 架空の氏名: family names put together from words for what is not real, so that nobody can take them for a neighbour. */
final class InventedNames {

    private static final String[][] BEGINNINGS = {{"架空", "カクウ"}, {"仮", "カリ"}, {"例", "レイ"}, {"見本", "ミホン"}, {"試験", "シケン"}, {"空想", "クウソウ"}, {"絵空", "エソラ"}, {"夢見", "ユメミ"},
        {"想像", "ソウゾウ"}, {"作例", "サクレイ"}, {"仮想", "カソウ"}, {"幻", "マボロシ"}, {"虚", "ウツロ"}, {"雛形", "ヒナガタ"}, {"練習", "レンシュウ"}, {"模擬", "モギ"}, {"例示", "レイジ"}, {"仮名", "カメイ"}};
    private static final String[][] ENDINGS = {{"山", "ヤマ"}, {"川", "カワ"}, {"田", "ダ"}, {"野", "ノ"}, {"沢", "ザワ"}, {"崎", "ザキ"}, {"橋", "バシ"}, {"辺", "ベ"}, {"木", "ギ"}, {"島", "シマ"}, {"浜", "ハマ"},
        {"原", "ハラ"}, {"森", "モリ"}, {"谷", "タニ"}, {"井", "イ"}, {"村", "ムラ"}, {"上", "カミ"}, {"本", "モト"}};
    /** 異体字: the same endings in other glyphs; BMP variants, ideographic variation sequences and a surrogate pair. */
    private static final String[][] VARIANT_ENDINGS = {{"﨑", "ザキ"}, {"邉", "ベ"}, {"邊", "ベ"}, {"邉\uDB40\uDD00", "ベ"}, {"辺\uDB40\uDD00", "ベ"}, {"澤", "ザワ"}, {"嶋", "シマ"}, {"濵", "ハマ"}, {"𠮷", "ヨシ"}, {"髙", "タカ"}};
    private static final String[] STEMS = {"春", "夏", "秋", "冬", "朝", "陽", "月", "星", "風", "空", "海", "光", "樹", "花", "草", "木", "里", "文", "和", "正", "清", "明", "直", "道"};
    private static final String[] STEM_KANA = {"ハル", "ナツ", "アキ", "フユ", "アサ", "ハル", "ツキ", "ホシ", "カゼ", "ソラ", "ウミ", "ミツ", "キ", "ハナ", "クサ", "コ", "サト", "フミ", "カズ", "マサ", "キヨ", "アキ", "ナオ", "ミチ"};
    private static final String[][] MALE = {{"男", "オ"}, {"雄", "オ"}, {"彦", "ヒコ"}, {"之", "ユキ"}, {"太郎", "タロウ"}, {"次郎", "ジロウ"}, {"人", "ト"}, {"一", "カズ"}};
    private static final String[][] FEMALE = {{"子", "コ"}, {"美", "ミ"}, {"香", "カ"}, {"代", "ヨ"}, {"江", "エ"}, {"乃", "ノ"}, {"奈", "ナ"}, {"音", "ネ"}};
    private static final String[][] ROMAN_FAMILY = {{"ＳＡＭＰＬＥ", "サンプル"}, {"ＩＭＡＧＩＮＥ", "イマジン"}, {"ＦＩＣＴＩＯＮ", "フィクション"}, {"ＥＸＡＭＰＬＥ", "エグザンプル"}, {"ＰＡＴＴＥＲＮ", "パターン"}, {"ＭＯＤＥＬ", "モデル"}};
    private static final String[][] ROMAN_GIVEN = {{"ＡＬＰＨＡ", "アルファ"}, {"ＢＲＡＶＯ", "ブラボー"}, {"ＤＥＬＴＡ", "デルタ"}, {"ＥＣＨＯ", "エコー"}, {"ＧＯＬＦ", "ゴルフ"}, {"ＬＩＭＡ", "リマ"}, {"ＯＳＣＡＲ", "オスカー"}, {"ＺＵＬＵ", "ズールー"}};

    private InventedNames() {
    }

    /** A family name; one household in fifty writes it with a variant character. */
    static Word family(Dice dice) {
        var begin = dice.of(BEGINNINGS);
        var end = dice.oneIn(50) ? dice.of(VARIANT_ENDINGS) : dice.of(ENDINGS);
        return new Word(begin[0] + end[0], begin[1] + end[1]);
    }

    static Word given(Dice dice, boolean male) {
        var stem = dice.below(STEMS.length);
        var end = dice.of(male ? MALE : FEMALE);
        return new Word(STEMS[stem] + end[0], STEM_KANA[stem] + end[1]);
    }

    static Word romanFamily(Dice dice) {
        return word(dice.of(ROMAN_FAMILY));
    }

    static Word romanGiven(Dice dice) {
        return word(dice.of(ROMAN_GIVEN));
    }

    private static Word word(String[] pair) {
        return new Word(pair[0], pair[1]);
    }

    /** What is written, and how it is read. */
    record Word(String text, String kana) {

        Word and(Word given) {
            return new Word(text + "　" + given.text, kana + "　" + given.kana);
        }
    }
}
