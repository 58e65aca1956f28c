package jp.futari.correspondence;

import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.futari.Requirement;
import jp.futari.correspondence.model.PaperKind;
import jp.futari.correspondence.model.PaperText;
import jp.futari.correspondence.typography.GlyphMissing;
import jp.futari.correspondence.typography.ShippedFonts;
import jp.futari.correspondence.typography.Typesetter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Papers as PDF: what they say can be read out of them; each is left under {@code target/papers} to be looked at. */
class PapersLookTest {

    private static final Typesetter TYPESETTER = new Typesetter(ShippedFonts.with(List.of()));
    private static final Path TARGET = Path.of("target", "papers");

    static Stream<Arguments> papers() {
        return Stream.of(
                Arguments.of(PaperKind.ELIGIBILITY_CERTIFICATE, SamplePapers.certificate("架空　花子"), List.of("資格確認書", "架空花子", "昭和55年3月1日", "女", "架空太郎",
                        "みの", "0012345", "02", "000000", "みどり野市長", "資格取得年月日", "令和8年11月1日", "交付年月日", "令和8年11月24日", "有効期限", "令和9年7月31日",
                        "限度額の区分", "区分ウ", "〒000-0021")),
                Arguments.of(PaperKind.ELIGIBILITY_CERTIFICATE, SamplePapers.elderly(), List.of("一部負担金の割合", "2割", "発効期日", "適用開始年月日")),
                Arguments.of(PaperKind.ELIGIBILITY_NOTICE, SamplePapers.elderly(), List.of("資格情報のお知らせ", "架空長老", "みの", "0012345", "03", "000000", "通知者名",
                        "みどり野市長", "適用開始年月日", "通知年月日", "令和8年11月24日", "2割", "有効期限", "令和9年7月31日", "発効期日", "このお知らせだけでは受診できません")),
                Arguments.of(PaperKind.REFUSAL_NOTICE, SamplePapers.notice(), List.of("却下通知書", "却下の理由", "第6条", "教示", "審査請求", "3か月以内", "国民健康保険審査会",
                        "6か月以内", "みどり野市を被告として", "み国保第45号")),
                Arguments.of(PaperKind.WITHDRAWAL_NOTICE, SamplePapers.notice(), List.of("取下げについて", "届出年月日", "令和8年11月18日")),
                Arguments.of(PaperKind.COVER_PAGE, SamplePapers.cover(), List.of("書類の送付について", "08-1-000001-", "08-2-000002-", "1枚")));
    }

    @ParameterizedTest
    @MethodSource("papers")
    @DisplayName("帳票には法令の記載事項がすべて読める")
    @Requirement("NHI-QUA-04")
    void a_paper_says_everything_the_ordinance_asks(PaperKind kind, JsonNode content, List<String> words) throws IOException {
        // when
        byte[] pdf = set(kind, content, false);
        keep(kind.key() + "-" + content.path("branch").asText("x"), pdf);
        // then
        then(textOf(pdf)).contains(words);
    }

    @Test
    @DisplayName("異体字（IVS）は字形のとおりに印刷され、文字として取り出せる")
    void a_variant_prints_its_own_shape() throws IOException {
        // given
        String variant = "辻\uDB40\uDD00　花子";
        // when
        byte[] pdf = print(variant);
        keep("ivs", pdf);
        // then
        then(textOf(pdf)).contains("辻\uDB40\uDD00花子").doesNotContain("#");
        then(glyphsOf(pdf)).isNotEqualTo(glyphsOf(print("辻　花子")));
    }

    @Test
    @DisplayName("BMPの外の文字と互換漢字は、書いたとおりに印刷される")
    void rare_characters_keep_their_code_points() throws IOException {
        then(textOf(print("𠮷﨑髙　神子"))).contains("𠮷﨑髙神子");
    }

    @Test
    @DisplayName("どの書体にもない字は、印刷を止めて符号を名のる")
    void a_character_no_font_has_stops_the_print() {
        Assertions.assertThatThrownBy(() -> print("𪚥　花子")).isInstanceOfSatisfying(GlyphMissing.class,
                stopped -> then(stopped.codes()).containsExactly("U+2A6A5 (MJ056776)"));
    }

    @Test
    @DisplayName("書体にない異体字は、ふつうの字に置きかえずに止める")
    void a_variant_no_font_has_is_never_replaced() {
        Assertions.assertThatThrownBy(() -> print("辻\uDB40\uDD02　花子")).isInstanceOfSatisfying(GlyphMissing.class,
                stopped -> then(stopped.codes()).containsExactly("U+8FBB U+E0102 (MJ025760)"));
    }

    @Test
    @DisplayName("刷り直しには再発行の印がある")
    void a_reprint_carries_its_mark() throws IOException {
        var kind = PaperKind.ELIGIBILITY_CERTIFICATE;
        byte[] first = print("架空　花子");
        byte[] again = set(kind, SamplePapers.certificate("架空　花子"), true);
        keep("reprint", again);
        then(textOf(again)).contains("再発行");
        then(textOf(first)).doesNotContain("再発行");
    }

    @Test
    @DisplayName("同じ中身からは、いつ作っても同じファイルができる")
    void the_same_paper_is_the_same_file() {
        byte[] once = print("辻\uDB40\uDD00　花子");
        byte[] again = new Typesetter(ShippedFonts.with(List.of())).set(PaperKind.ELIGIBILITY_CERTIFICATE.key(), PaperText.of(PaperKind.ELIGIBILITY_CERTIFICATE,
                SamplePapers.certificate("辻\uDB40\uDD00　花子"), SamplePapers.sheet(PaperKind.ELIGIBILITY_CERTIFICATE), SamplePapers.FEE),
                SamplePapers.sheet(PaperKind.ELIGIBILITY_CERTIFICATE).issuedOn(), 810001230L);
        then(print("辻\uDB40\uDD00　花子")).isEqualTo(once);
        then(again).hasSameSizeAs(once);
    }

    @Test
    @DisplayName("1枚を組むのに0.3秒ほどしかかからない")
    void a_paper_is_set_quickly() {
        print("架空　花子");
        List<Long> millis = Stream.generate(() -> timed("架空　花子")).limit(9).sorted().toList();
        System.out.println("one certificate: median " + millis.get(4) + " ms of one core, slowest " + millis.get(8) + " ms");
        then(millis.get(4)).as("median of the time on one core, so that a busy machine does not matter").isLessThan(600);
    }

    private static long timed(String name) {
        var clock = java.lang.management.ManagementFactory.getThreadMXBean();
        long from = clock.getCurrentThreadCpuTime();
        print(name);
        return (clock.getCurrentThreadCpuTime() - from) / 1_000_000;
    }

    private static byte[] print(String name) {
        return set(PaperKind.ELIGIBILITY_CERTIFICATE, SamplePapers.certificate(name), false);
    }

    private static byte[] set(PaperKind kind, JsonNode content, boolean reprint) {
        var sheet = SamplePapers.sheet(kind, reprint);
        return TYPESETTER.set(kind.key(), PaperText.of(kind, content, sheet, SamplePapers.FEE), sheet.issuedOn(), Long.parseLong(sheet.serial().digits()));
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u3000]", "");
        }
    }

    private static String glyphsOf(byte[] pdf) throws IOException {
        StringBuilder glyphs = new StringBuilder();
        try (var document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(org.apache.pdfbox.text.TextPosition text) {
                    glyphs.append(text.getCharacterCodes()[0]).append(' ');
                }
            }.getText(document);
        }
        return glyphs.toString();
    }

    private static void keep(String name, byte[] pdf) throws IOException {
        Files.createDirectories(TARGET);
        Files.write(TARGET.resolve(name + ".pdf"), pdf);
    }
}
