package jp.futari.demo.play;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jp.futari.demo.StaffEntry;
import jp.futari.demo.launch.RunningOffice;
import jp.futari.shared.BusinessClock;

/** 訓練の日: the chosen staff get their rights, each by four people; no residents, no cases. Afterwards anybody of them can sit down. */
public final class DrillDay {

    private static final long SIGN_IN_SECONDS = 60;

    private final RunningOffice office;
    private final Colleagues colleagues;
    private final List<DeviceCookie> terminals = new ArrayList<>();

    private DrillDay(RunningOffice office) {
        this.office = office;
        this.colleagues = new Colleagues(office);
        office.terminalLinks().forEach(link -> terminals.add(DeviceCookie.enrolledBy(link)));
        terminals.forEach(colleagues::use);
    }

    /** The rights of the day; everybody has signed out at its end. */
    public static DrillDay play(RunningOffice office, Set<String> officers) {
        var day = new DrillDay(office);
        var staff = office.roster().staff().stream().filter(entry -> officers.contains(entry.officerNo())).toList();
        new GrantingRights(day.colleagues, LocalDate.now(BusinessClock.ZONE), words -> { }).play(staff);
        day.colleagues.signOutAll();
        return day;
    }

    public StaffEntry staff(String officerNo) {
        return office.roster().staff().stream().filter(entry -> entry.officerNo().equals(officerNo)).findFirst().orElseThrow();
    }

    /** As a person does who is shown a failure at the log-in page: tries again for a while. Keycloak finds out about a dead database one connection at a time. */
    public Clerk signIn(StaffEntry person) throws IOException, InterruptedException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SIGN_IN_SECONDS);
        while (true) {
            try {
                return signInOnce(person);
            } catch (IOException failed) {
                if (System.nanoTime() > until) {
                    throw failed;
                }
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    public Clerk signInOnce(StaffEntry person) throws IOException {
        return Clerk.signIn(address(), person, office.password(), terminals.get(0));
    }

    public Clerk atTheDoor(StaffEntry person) {
        return Clerk.atTheDoor(address(), person, terminals.get(0));
    }

    private URI address() {
        return URI.create(office.publicUrl() + "/");
    }

    /** 権限を終える, as the office does it: a chief asks, a manager checks, two administrators rule. Returns when the last confirmation was answered. */
    public void end(StaffEntry whose, String role, List<StaffEntry> four) {
        four.forEach(colleagues::at);
        var request = new LinkedHashMap<String, String>();
        request.put("officerNo", whose.officerNo());
        request.put("officerName", whose.family() + "　" + whose.given());
        request.put("section", whose.section());
        request.put("post", whose.post());
        request.put("username", whose.username());
        request.put("change", "end");
        request.put("role", role);
        request.put("reason", "訓練のため、担当を外れる");
        var caseNo = Step.open(colleagues.at(four.get(0)), "access-right", Map.of());
        Step.enter(colleagues.at(four.get(0)), caseNo, request);
        Step.confirm(colleagues.at(four.get(1)), caseNo, request::get);
        Step.enter(colleagues.at(four.get(2)), caseNo, Map.of("ruling", "approve"));
        Step.confirm(colleagues.at(four.get(3)), caseNo, key -> "");
    }
}
