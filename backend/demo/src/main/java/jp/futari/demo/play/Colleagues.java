package jp.futari.demo.play;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.futari.demo.StaffEntry;
import jp.futari.demo.launch.RunningOffice;

/** 出勤した職員: signs everybody in when first needed, in turn on the terminals there are. */
final class Colleagues {

    private final RunningOffice office;
    private final List<DeviceCookie> terminals = new ArrayList<>();
    private final Map<String, OfficeClient> seated = new LinkedHashMap<>();

    Colleagues(RunningOffice office) {
        this.office = office;
    }

    void enrol(String link) {
        use(DeviceCookie.enrolledBy(link));
    }

    /** A terminal that was enrolled already. */
    void use(DeviceCookie terminal) {
        terminals.add(terminal);
    }

    OfficeClient at(StaffEntry person) {
        return seated.computeIfAbsent(person.officerNo(), no -> OfficeClient.signIn(URI.create(office.publicUrl() + "/"), person, office.password(), terminals.get(seated.size() % terminals.size())));
    }

    /** Members of the roster in its order. */
    List<StaffEntry> holding(String role) {
        return office.roster().staff().stream().filter(entry -> entry.roles().contains(role)).toList();
    }

    void signOutAll() {
        seated.values().forEach(Colleagues::signOut);
        seated.clear();
    }

    /** Who cannot sign out is signed out by the office a little later: no reason to lose the day. */
    private static void signOut(OfficeClient client) {
        try {
            client.signOut();
        } catch (Refusal | UncheckedIOException left) {
            return;
        }
    }
}
