package jp.futari.demo.papers;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jp.futari.demo.papers.PaperForms.Numbers;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PaperFormsTest {

    private final PaperForms forms = new PaperForms();

    @Test
    @DisplayName("届書には、書いた値と書いた欄が見える")
    void a_notice_shows_what_was_written() throws IOException {
        byte[] pdf = forms.draw("acq-notice", notice(), Numbers.WRITTEN);
        keep("acq-notice", pdf);
        then(textOf(pdf)).contains("髙架空太郎", "令和8年11月18日", "■社保離脱", "000-0021", "000012345674");
    }

    @Test
    @DisplayName("番号を書かない見本には、番号の数字がない")
    void a_copy_without_numbers_has_none() throws IOException {
        then(textOf(forms.draw("acq-notice", notice(), Numbers.LEFT_OUT))).doesNotContain("000012345674", "00001234");
    }

    @Test
    @DisplayName("5人目からは、2枚目に続く")
    void the_fifth_person_goes_on_a_second_sheet() throws IOException {
        Map<String, String> values = new HashMap<>(notice());
        values.put("persons.4.name", "架空　五郎");
        byte[] pdf = forms.draw("acq-notice", values, Numbers.WRITTEN);
        keep("acq-notice-2", pdf);
        try (var document = Loader.loadPDF(pdf)) {
            then(document.getNumberOfPages()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("喪失証明書と本人確認の記録も描ける")
    void the_other_papers_are_drawn_too() throws IOException {
        byte[] loss = forms.draw("loss-cert", Map.of("previousInsurer", "架空健康保険組合", "previousInsurerNumber", "06000000", "previousLossOn", "2026-11-01",
                "insuredName", "髙架空　太郎", "insuredKana", "タカカクウ　タロウ", "insuredBirthDate", "1980-03-01", "dependants.0.name", "髙架空　花子",
                "issuedOn", "2026-11-10", "issuerName", "株式会社架空商店"), Numbers.LEFT_OUT);
        keep("loss-cert", loss);
        byte[] identity = forms.draw("identity", Map.of("receiptNo", "R8-資-000001", "checkedOn", "2026-11-18", "notifierName", "髙架空　太郎", "notifier", "head",
                "identityCheck", "my-number-card", "numberCheck", "個人番号カードの裏面", "officer", "仮山"), Numbers.LEFT_OUT);
        keep("identity", identity);
        then(textOf(loss)).contains("架空健康保険組合");
        then(textOf(identity)).contains("■個人番号カード");
    }

    private static Map<String, String> notice() {
        Map<String, String> values = new HashMap<>();
        values.put("notifiedOn", "2026-11-18");
        values.put("eventOn", "2026-11-01");
        values.put("headKana", "タカカクウ　タロウ");
        values.put("headName", "髙架空　太郎");
        values.put("postalCode", "0000021");
        values.put("address", "みどり野市中央一丁目4番8号");
        values.put("phone", "000-0000-0000");
        values.put("notifier", "head");
        values.put("notificationKind", "exclusion-ended");
        values.put("reason", "left-employer-insurance");
        values.put("previousInsurer", "架空健康保険組合");
        values.put("previousInsurerNumber", "06000000");
        values.put("previousLossOn", "2026-11-01");
        values.put("documents", "loss-certificate,number-document");
        values.put("identityCheck", "my-number-card");
        person(values, 0, "タカカクウ　タロウ", "髙架空　太郎", "1980-03-01", "male", "世帯主", "会社員");
        person(values, 1, "タカカクウ　ハナコ", "髙架空　花子", "1982-09-14", "female", "妻", "パート");
        person(values, 2, "タカカクウ　ジロウ", "髙架空　次郎", "2012-06-02", "male", "子", "");
        return values;
    }

    private static void person(Map<String, String> values, int no, String kana, String name, String birth, String sex, String relationship, String occupation) {
        String row = "persons." + no + ".";
        values.putAll(Map.of(row + "kana", kana, row + "name", name, row + "birthDate", birth, row + "sex", sex, row + "relationship", relationship,
                row + "occupation", occupation, row + "personalNumber", "000012345674", row + "mynaInsurance", "yes"));
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u3000]", "");
        }
    }

    private static void keep(String name, byte[] pdf) throws IOException {
        Files.createDirectories(Path.of("target", "papers"));
        Files.write(Path.of("target", "papers", name + ".pdf"), pdf);
    }
}
