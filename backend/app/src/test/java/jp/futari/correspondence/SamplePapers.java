package jp.futari.correspondence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import jp.futari.correspondence.model.Letterhead;
import jp.futari.correspondence.model.PaperKind;
import jp.futari.correspondence.model.SheetFacts;
import jp.futari.correspondence.model.SheetSerial;
import jp.futari.shared.CanonicalJson;

/** Papers of invented people for the tests of this room. */
public final class SamplePapers {

    public static final Letterhead FEE = new Letterhead("みどり野市長", "みどり野市", "000000", "保険年金課 資格係", "000-0000-0000", "みどり県国民健康保険審査会", 3, 6);
    public static final Letterhead TAX = new Letterhead("みどり野市長", "みどり野市", "000000", "保険年金課 資格係", "000-0000-0000", "みどり野市長", 3, 6);

    private static final String RECIPIENT = """
            "recipient": {"name": "架空　花子", "postalCode": "0000021", "address": "みどり野市中央一丁目４番８号\\n架空団地３０２号室", "protected": false}""";

    private SamplePapers() {
    }

    public static SheetFacts sheet(PaperKind kind) {
        return sheet(kind, false);
    }

    public static SheetFacts sheet(PaperKind kind, boolean reprint) {
        return new SheetFacts(SheetSerial.of(8, kind, 123), "み国保第45号", LocalDate.of(2026, 11, 24), reprint,
                List.of(new SheetFacts.Stamp("決定", "仮山"), new SheetFacts.Stamp("確認", "試田川")));
    }

    public static JsonNode certificate(String name) {
        return CanonicalJson.parse("""
                {"name": "%s", "birthDate": "1980-03-01", "sex": "female", "headName": "架空　太郎", "symbol": "みの", "number": "0012345", "branch": "02",
                 "startKind": "acquisition", "startsOn": "2026-11-01", "validUntil": "2027-07-31", "specialMedical": false,
                 "optionalItems": [{"label": "限度額の区分", "value": "区分ウ（発効期日 令和8年11月1日）"}], %s}""".formatted(name, RECIPIENT));
    }

    public static JsonNode elderly() {
        return CanonicalJson.parse("""
                {"name": "架空　長老", "birthDate": "1954-12-03", "sex": "male", "headName": "架空　太郎", "symbol": "みの", "number": "0012345", "branch": "03",
                 "startKind": "coverage", "startsOn": "2026-11-01", "validUntil": "2027-07-31", "specialMedical": false,
                 "copayment": {"share": "2割", "from": "2026-11-01"}, "optionalItems": [], %s}""".formatted(RECIPIENT));
    }

    public static JsonNode notice() {
        return CanonicalJson.parse("""
                {"noticeText": "令和8年11月18日に受け付けた国民健康保険の資格取得の届出について、次のとおり却下することに決定したので、通知します。",
                 "reason": "届出の対象の方は、届出の日に、他の健康保険の被扶養者であり、国民健康保険法第6条の適用除外に当たるため。",
                 "receivedOn": "2026-11-18", "notificationKind": "他の健康保険をやめたことによる資格の取得（規則3条）", "subjectNames": "架空　花子、架空　次郎", %s}""".formatted(RECIPIENT));
    }

    public static JsonNode cover() {
        return CanonicalJson.parse("""
                {"enclosures": [{"title": "資格確認書（架空　花子　様）", "serial": "%s", "sheets": 1},
                                {"title": "資格情報のお知らせ（架空　次郎　様）", "serial": "%s", "sheets": 1}], %s}"""
                .formatted(SheetSerial.of(8, PaperKind.ELIGIBILITY_CERTIFICATE, 1).digits(), SheetSerial.of(8, PaperKind.ELIGIBILITY_NOTICE, 2).digits(), RECIPIENT));
    }
}
