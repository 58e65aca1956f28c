package jp.futari.demo.play;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.futari.demo.Roster;
import jp.futari.demo.city.CityFiles;
import jp.futari.demo.city.CityPlan;
import jp.futari.demo.e2e.RunningFutari;
import jp.futari.shared.BusinessClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("体験用の市の初日（本物の Keycloak・PostgreSQL・業務アプリケーション）")
@Tag("drill")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(RunningFutari.class)
class FirstDayTest {

    private static final Set<String> STAFF = Set.of("900001", "900002", "900007", "900008", "900011", "900015", "900040", "900041");
    /** Each trap, and the states that need no printer. */
    private static final Set<Integer> STORIES = Set.of(2, 19, 23, 24, 30, 32, 40);

    private final List<String> told = new ArrayList<>();
    private RunningFutari futari;
    private String newcomersLink;
    private OfficeClient clerk;

    @BeforeAll
    void play(RunningFutari running) throws Exception {
        futari = running;
        var plan = new DayPlan(CityPlan.usual(LocalDate.now(BusinessClock.ZONE)), entry -> STAFF.contains(entry.officerNo()), story -> STORIES.contains(story.no()));
        newcomersLink = new DemoFirstDay(plan).play(running.office(), told::add).orElseThrow();
        clerk = OfficeClient.signIn(URI.create(running.baseUrl() + "/"), Roster.ofTheDemo().staff().get(0), running.office().password(), DeviceCookie.enrolledBy(newcomersLink));
    }

    @Test
    @DisplayName("はじめての人の端末ができ、窓口の職員がそこで席につける")
    void the_newcomers_terminal_works() {
        var me = clerk.get("/api/me");
        then(me.path("terminal").path("no").asText()).isEqualTo(EnrollingTerminals.NEWCOMER);
        then(me.path("roles")).extracting(role -> role.asText()).containsExactly("counter-clerk");
    }

    @Test
    @DisplayName("名簿の職員が権限を持つ")
    void the_staff_hold_their_rights() throws Exception {
        then(strings("SELECT officer_no || ' ' || role FROM futari.access_grant")).contains("900001 counter-clerk", "900011 section-chief", "900015 manager",
                "900007 eligibility-clerk", "900007 counter-clerk").doesNotContain("900001 eligibility-clerk");
    }

    @Test
    @DisplayName("住民は検索で見つかる。個人番号は業務の外のファイルだけにある")
    void residents_are_found() throws Exception {
        var found = clerk.post("/api/search", java.util.Map.of("q", "1000000001", "kind", "person"));
        then(found.path("results").size()).isEqualTo(1);
        var numbers = Files.readString(futari.office().home().resolve("papers").resolve(CityFiles.NUMBERS));
        then(numbers.lines().count()).isGreaterThanOrEqualTo(CityPlan.USUAL_RESIDENTS);
    }

    @Test
    @DisplayName("決裁の前に、もう一度名乗れる")
    void a_person_can_be_identified_again() {
        var before = clerk.get("/api/me").path("reauthenticatedAt").asText();
        clerk.identifyAgain();
        then(clerk.get("/api/me").path("reauthenticatedAt").asText()).isGreaterThan(before);
    }

    @Test
    @DisplayName("案件は、話のとおりの状態にある")
    void the_cases_are_where_their_stories_say() throws Exception {
        then(strings("SELECT step_key || ' ' || duty || CASE WHEN returned THEN ' returned' ELSE '' END || CASE WHEN held_until IS NULL THEN '' ELSE ' held' END FROM futari.work_item"))
                .containsExactlyInAnyOrder("receive-notification check", "receive-notification check", "review-notification do", "receive-notification do returned",
                        "receive-notification do held");
        then(strings("SELECT end_event FROM futari.case_file WHERE kind = 'enrollment' AND end_event IS NOT NULL"))
                .containsExactlyInAnyOrder("EndEvent_EnrollmentRefused", "EndEvent_NotificationWithdrawn");
    }

    @Test
    @DisplayName("話はどれも、途中で止まらない")
    void no_story_stops_on_the_way() {
        then(told).noneMatch(line -> line.contains("途中まで"));
    }

    @Test
    @DisplayName("どの承認も二人。入力した人は確認していない")
    void every_approval_is_of_two_persons() throws Exception {
        then(strings("SELECT doer || ' ' || checker FROM futari.approval WHERE kind = 'case'")).hasSizeGreaterThan(20).noneMatch(pair -> pair.split(" ")[0].equals(pair.split(" ")[1]));
        then(strings("SELECT kind || ' ' || state || ' ' || count(*) FROM futari.case_file WHERE kind <> 'access-right' GROUP BY kind, state"))
                .contains("register-load done 1", "terminal-enrollment done 3");
    }

    @Test
    @DisplayName("職員は、断られる操作をしていない")
    void nobody_was_refused() throws Exception {
        then(strings("SELECT action || ' ' || coalesce(officer, '') || ' ' || what FROM futari.audit_event WHERE kind = 'REFUSAL'")).isEmpty();
    }

    private List<String> strings(String sql) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(futari.database().futariUrl(), "futari_owner", futari.database().password("futari_owner"));
             var rows = connection.createStatement().executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }
}
