package jp.futari.demo.play;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jp.futari.demo.StaffEntry;

/**
 * 第一章・権限の付与 (AUTH-13): the two administrators of the bootstrap grant the other administrators their rights; as soon as there are four, two
 * ask and the others rule. From then on a chief asks, a manager checks, and two administrators rule. One case a right, as the form has it.
 */
final class GrantingRights {

    private static final String ADMINISTRATOR = "administrator";
    private static final List<String> LEADING = List.of(ADMINISTRATOR, "section-chief", "manager");

    private final Colleagues colleagues;
    private final Consumer<String> progress;
    private final String today;
    private int granted;

    GrantingRights(Colleagues colleagues, LocalDate today, Consumer<String> progress) {
        this.colleagues = colleagues;
        this.today = today.toString();
        this.progress = progress;
    }

    /** @return how many rights were granted */
    int play(List<StaffEntry> staff) {
        var first = colleagues.holding(ADMINISTRATOR).subList(0, 2);
        var administrators = new ArrayList<>(first);
        staff.stream().filter(entry -> !first.contains(entry) && leads(entry)).sorted(Comparator.comparing(entry -> !entry.roles().contains(ADMINISTRATOR))).forEach(entry -> {
            grantAll(entry, fourOf(administrators));
            if (entry.roles().contains(ADMINISTRATOR)) {
                administrators.add(entry);
            }
        });
        progress.accept("管理者・係長・課長の権限を付けた（" + granted + "件）");
        staff.stream().filter(entry -> !leads(entry)).forEach(entry -> grantAll(entry, fourFor(entry, staff, first)));
        progress.accept("職員の権限を付けた（全部で" + granted + "件。1件ごとに申請・確認・承認・承認の確認）");
        return granted;
    }

    /** Two ask, two others rule; while there are fewer than four, the office lets the same two rule and writes that down (decision 0041). */
    private static List<StaffEntry> fourOf(List<StaffEntry> administrators) {
        var asking = administrators.subList(0, 2);
        var ruling = administrators.size() < 4 ? asking : administrators.subList(2, 4);
        return List.of(asking.get(0), asking.get(1), ruling.get(0), ruling.get(1));
    }

    /** One request is left to the newcomer: asked for and checked, the administrators have yet to rule. */
    void leaveOneToRule(List<StaffEntry> staff) {
        var whose = staff.stream().filter(entry -> entry.roles().equals(List.of("eligibility-clerk"))).findFirst().orElseThrow();
        ask(request(whose, "counter-clerk", "窓口が混む日に、応援に入るため"), DemoFirstDay.inCharge(staff, "section-chief"), DemoFirstDay.inCharge(staff, "manager"));
        progress.accept("権限の申請を1件、承認を待つところまで進めた");
    }

    private static boolean leads(StaffEntry entry) {
        return entry.roles().stream().anyMatch(LEADING::contains);
    }

    /** The chief of the section asks where there is one, a manager checks, the other administrators rule. */
    private List<StaffEntry> fourFor(StaffEntry whose, List<StaffEntry> present, List<StaffEntry> first) {
        var chief = present.stream().filter(entry -> entry.roles().contains("section-chief"))
                .sorted((one, other) -> Boolean.compare(other.section().equals(whose.section()), one.section().equals(whose.section()))).findFirst().orElse(first.get(0));
        var manager = present.stream().filter(entry -> entry.roles().contains("manager")).findFirst().orElse(first.get(1));
        var others = present.stream().filter(entry -> entry.roles().contains(ADMINISTRATOR) && !first.contains(entry)).toList();
        return others.size() < 2 ? List.of(chief, manager, first.get(0), first.get(1)) : List.of(chief, manager, others.get(0), others.get(1));
    }

    private void grantAll(StaffEntry whose, List<StaffEntry> four) {
        for (var role : whose.roles()) {
            grant(request(whose, role, "開庁にあたり、担当の仕事に必要なため"), four);
            granted++;
            if (granted % 10 == 0) {
                progress.accept("権限の付与 " + granted + "件め");
            }
        }
    }

    private void grant(Map<String, String> request, List<StaffEntry> four) {
        var caseNo = ask(request, four.get(0), four.get(1));
        Step.enter(colleagues.at(four.get(2)), caseNo, Map.of("ruling", "approve"));
        Step.confirm(colleagues.at(four.get(3)), caseNo, key -> "");
    }

    /** @return the number of the case, which now waits for a ruling */
    private String ask(Map<String, String> request, StaffEntry asks, StaffEntry checks) {
        var caseNo = Step.open(colleagues.at(asks), "access-right", Map.of());
        Step.enter(colleagues.at(asks), caseNo, request);
        Step.confirm(colleagues.at(checks), caseNo, request::get);
        return caseNo;
    }

    private Map<String, String> request(StaffEntry whose, String role, String reason) {
        var request = new LinkedHashMap<String, String>();
        request.put("officerNo", whose.officerNo());
        request.put("officerName", whose.family() + "　" + whose.given());
        request.put("section", whose.section());
        request.put("post", whose.post());
        request.put("username", whose.username());
        request.put("change", "grant");
        request.put("role", role);
        request.put("startsOn", today);
        request.put("reason", reason);
        return request;
    }
}
