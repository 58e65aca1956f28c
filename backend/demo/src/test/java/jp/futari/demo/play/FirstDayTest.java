package jp.futari.demo.play;

import static java.util.Map.entry;
import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import jp.futari.demo.Roster;
import jp.futari.demo.StaffEntry;
import jp.futari.demo.city.City;
import jp.futari.demo.city.CityFiles;
import jp.futari.demo.city.CityPlan;
import jp.futari.demo.city.EnrolmentStories;
import jp.futari.demo.city.EnrolmentStory;
import jp.futari.demo.city.EnrolmentStory.Reach;
import jp.futari.demo.e2e.RunningFutari;
import jp.futari.demo.launch.Story;
import jp.futari.demo.launch.Welcome;
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

    private static final Map<Reach, String> WHERE = Map.ofEntries(
            entry(Reach.WAITING_FOR_ENTRY, "receive-notification do"), entry(Reach.DRAFTED, "receive-notification do drafted"),
            entry(Reach.WAITING_FOR_CHECK, "receive-notification check"), entry(Reach.RETURNED, "receive-notification do returned"),
            entry(Reach.ON_HOLD, "receive-notification do held"), entry(Reach.STORING, "store-papers do"), entry(Reach.REVIEWING, "review-notification do"),
            entry(Reach.REVIEW_CHECK, "review-notification check"), entry(Reach.DECIDING, "decide-enrollment do"), entry(Reach.DECISION_CHECK, "decide-enrollment check"),
            entry(Reach.HANDING_OVER, "hand-over do"), entry(Reach.SPOILED, "spoiled-sheet do"), entry(Reach.DISPATCHED, "EndEvent_CertificateHandedOver"),
            entry(Reach.REFUSED, "EndEvent_EnrollmentRefused"), entry(Reach.WITHDRAWN, "EndEvent_NotificationWithdrawn"));

    private final List<String> told = new ArrayList<>();
    private RunningFutari futari;
    private Roster roster;
    private List<EnrolmentStory> stories;
    private Colleagues newcomers;

    @BeforeAll
    void play(RunningFutari running) throws Exception {
        futari = running;
        roster = Roster.ofTheDemo();
        var plan = CityPlan.usual(LocalDate.now(BusinessClock.ZONE));
        stories = EnrolmentStories.of(new City(plan));
        var link = new DemoFirstDay(DayPlan.whole(plan)).play(running.office(), told::add).orElseThrow();
        newcomers = new Colleagues(running.office());
        newcomers.enrol(link);
    }

    @Test
    @DisplayName("はじめての人の端末ができ、窓口の職員がそこで席につける")
    void the_newcomers_terminal_works() {
        var me = newcomers.at(roster.staff().get(0)).get("/api/me");
        then(me.path("terminal").path("no").asText()).isEqualTo(EnrollingTerminals.NEWCOMER);
        then(me.path("roles")).extracting(role -> role.asText()).containsExactly("counter-clerk");
    }

    @Test
    @DisplayName("名簿の職員が権限を持つ")
    void the_staff_hold_their_rights() throws Exception {
        var wanted = roster.staff().stream().flatMap(entry -> entry.roles().stream().map(role -> entry.officerNo() + " " + role)).toList();
        then(strings("SELECT officer_no || ' ' || role FROM futari.access_grant")).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    @DisplayName("案内に名前の出る人には、案内に書いた仕事が待っている。点検の人は案件を読める")
    void whoever_the_welcome_names_finds_the_work_it_names() {
        then(Story.of(roster)).hasSize(7).allSatisfy(story -> {
            var person = newcomers.at(story.staff());
            if (story.waiting().isPresent()) {
                then(waitingFor(person, story.waiting().get())).as(story.tale()).isPositive();
            } else {
                then(person.get("/api/cases/" + anyCase()).path("caseNo").asText()).isEqualTo(anyCase());
            }
        });
    }

    /** How many tasks of this kind the person could take now. */
    private static long waitingFor(OfficeClient person, Story.Work work) {
        var rows = person.get("/api/tasks?view=" + (work.duty().equals("check") ? "check" : "team") + "&limit=200").path("rows");
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path("stepKey").asText().equals(work.stepKey()) && row.path("duty").asText().equals(work.duty()))
                .filter(row -> StreamSupport.stream(row.path("allowed").spliterator(), false).anyMatch(act -> act.asText().equals("claim"))).count();
    }

    private String anyCase() {
        return strings("SELECT min(case_no) FROM futari.case_file WHERE kind = 'enrollment'").get(0);
    }

    @Test
    @DisplayName("紙の原本には目録があり、まだ受け付けていない届と、入力を待つ届がはじめに並ぶ")
    void the_papers_have_an_index() throws Exception {
        var papers = futari.office().home().resolve("papers");
        var index = Files.readAllLines(papers.resolve(Welcome.PAPERS_INDEX));
        then(index).filteredOn(line -> line.matches("  \\d\\d-.*")).hasSize(40).noneMatch(line -> line.matches(".*0000\\d{8}.*"));
        for (var story : stories) {
            then(papers.resolve("%02d-acq-notice.pdf".formatted(story.no()))).isNotEmptyFile();
        }
    }

    @Test
    @DisplayName("住民は検索で見つかる。個人番号は業務の外のファイルだけにある")
    void residents_are_found() throws Exception {
        var found = newcomers.at(roster.staff().get(0)).post("/api/search", Map.of("q", "1000000001", "kind", "person"));
        then(found.path("results").size()).isEqualTo(1);
        var numbers = Files.readString(futari.office().home().resolve("papers").resolve(CityFiles.NUMBERS));
        then(numbers.lines().count()).isGreaterThanOrEqualTo(CityPlan.USUAL_RESIDENTS);
    }

    @Test
    @DisplayName("決裁の前に、もう一度名乗れる")
    void a_person_can_be_identified_again() {
        var clerk = newcomers.at(roster.staff().get(1));
        var before = clerk.get("/api/me").path("reauthenticatedAt").asText();
        clerk.identifyAgain();
        then(clerk.get("/api/me").path("reauthenticatedAt").asText()).isGreaterThan(before);
    }

    @Test
    @DisplayName("案件は、話のとおりの状態にある")
    void the_cases_are_where_their_stories_say() throws Exception {
        var states = states();
        for (var story : stories) {
            then(states.get(story.persons().get(0).addresseeNo())).as(story + " " + story.reach()).isEqualTo(WHERE.get(story.reach()));
        }
        then(strings("SELECT case_no FROM futari.case_file WHERE kind = 'enrollment'")).hasSize((int) stories.stream().filter(story -> story.reach() != Reach.NOT_STARTED).count());
    }

    /** The open task or the end of each enrolment, by the addressee numbers of its people. */
    private Map<String, String> states() {
        var states = new HashMap<String, String>();
        strings("""
                SELECT array_to_string(c.addressees, ',') || '|' || coalesce(c.end_event, w.step_key || ' ' || w.duty || CASE WHEN w.returned THEN ' returned' WHEN w.held_until IS NOT NULL THEN ' held'
                       WHEN EXISTS (SELECT FROM futari.draft d WHERE d.step_id = w.step_id AND d.round = w.round) THEN ' drafted' ELSE '' END)
                  FROM futari.case_file c LEFT JOIN futari.work_item w ON w.case_id = c.id
                 WHERE c.kind = 'enrollment'""").forEach(row -> {
            for (var addressee : row.split("\\|")[0].split(",")) {
                then(states.put(addressee, row.split("\\|")[1])).as("one case a household, one open task a case").isNull();
            }
        });
        return states;
    }

    @Test
    @DisplayName("話はどれも、途中で止まらない")
    void no_story_stops_on_the_way() {
        then(told).noneMatch(line -> line.contains("途中まで"));
    }

    @Test
    @DisplayName("どの承認も二人。入力した人は確認していない")
    void every_approval_is_of_two_persons() throws Exception {
        var staff = roster.staff().stream().map(StaffEntry::officerNo).toList();
        then(strings("SELECT DISTINCT doer FROM futari.approval UNION SELECT checker FROM futari.approval")).isSubsetOf(staff);
        then(strings("SELECT id::text FROM futari.approval")).hasSizeGreaterThan(150);
        then(strings("SELECT id::text FROM futari.approval WHERE doer = checker")).isEmpty();
        then(strings("SELECT a.id::text FROM futari.approval a JOIN futari.step_contributor c ON c.step_id = a.step_id AND c.officer_no = a.checker")).isEmpty();
        then(strings("SELECT kind || ' ' || state || ' ' || count(*) FROM futari.case_file WHERE kind NOT IN ('access-right', 'enrollment') GROUP BY kind, state"))
                .containsExactlyInAnyOrder("register-load done 1", "terminal-enrollment done 3");
    }

    @Test
    @DisplayName("職員は、断られる操作をしていない")
    void nobody_was_refused() throws Exception {
        // on a slow machine the office asks who it is again: that is no refusal of what was done
        then(strings("SELECT action || ' ' || coalesce(officer, '') || ' ' || what FROM futari.audit_event WHERE kind = 'REFUSAL'"))
                .filteredOn(line -> !line.contains("access.reauthentication-required")).isEmpty();
    }

    private List<String> strings(String sql) {
        try (var connection = DriverManager.getConnection(futari.database().futariUrl(), "futari_owner", futari.database().password("futari_owner"));
             var rows = connection.createStatement().executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
