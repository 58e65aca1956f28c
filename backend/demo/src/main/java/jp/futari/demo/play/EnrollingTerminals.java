package jp.futari.demo.play;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jp.futari.demo.StaffEntry;

/** 第二章・端末の登録 (AUTH-05): two administrators enrol more machines; the last one is the newcomer's. */
final class EnrollingTerminals {

    static final String NEWCOMER = "T-0101";
    private static final List<String> BUSINESSES = List.of("eligibility", "levy", "benefit", "collection", "entrustment", "compliance", "access");

    private final Colleagues colleagues;
    private final Consumer<String> progress;

    EnrollingTerminals(Colleagues colleagues, Consumer<String> progress) {
        this.colleagues = colleagues;
        this.progress = progress;
    }

    /** @return the one-time link for the newcomer's browser */
    String play(List<StaffEntry> administrators) {
        var asks = colleagues.at(administrators.get(0));
        var checks = colleagues.at(administrators.get(1));
        colleagues.enrol(enrol(asks, checks, "T-0003", "窓口 3番"));
        colleagues.enrol(enrol(asks, checks, "T-0004", "資格係の島"));
        var link = enrol(asks, checks, NEWCOMER, "はじめての人の席");
        progress.accept("端末を3台登録した（1台は、このあとお使いになるブラウザーのぶん）");
        return link;
    }

    private static String enrol(OfficeClient asks, OfficeClient checks, String number, String place) {
        var values = new LinkedHashMap<String, Object>();
        values.put("change", "enroll");
        values.put("terminalNo", number);
        values.put("place", place);
        values.put("counterFacing", "no");
        values.put("businesses", BUSINESSES);
        values.put("reason", "開庁にあたり、席を用意するため");
        var caseNo = Step.open(asks, "terminal-enrollment", Map.of());
        Step.enter(asks, caseNo, values);
        Step.confirm(checks, caseNo, key -> String.valueOf(values.get(key)));
        return checks.post("/api/terminals/" + number + "/link", Map.of()).path("address").asText();
    }
}
