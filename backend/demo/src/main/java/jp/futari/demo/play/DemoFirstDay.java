package jp.futari.demo.play;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.futari.demo.StaffEntry;
import jp.futari.demo.city.City;
import jp.futari.demo.city.CityPlan;
import jp.futari.demo.city.EnrolmentStories;
import jp.futari.demo.launch.FirstDay;
import jp.futari.demo.launch.RunningOffice;
import jp.futari.shared.BusinessClock;

/** 体験用の市の初日: grants, terminals, the first load and forty stories, each by invented staff who sign in like anyone. */
public final class DemoFirstDay implements FirstDay {

    private final DayPlan plan;

    /** Found by {@link java.util.ServiceLoader}. */
    public DemoFirstDay() {
        this(DayPlan.whole(CityPlan.usual(LocalDate.now(BusinessClock.ZONE))));
    }

    DemoFirstDay(DayPlan plan) {
        this.plan = plan;
    }

    @Override
    public Optional<String> play(RunningOffice office, Consumer<String> progress) {
        var colleagues = new Colleagues(office);
        office.terminalLinks().forEach(colleagues::enrol);
        var told = new Told(progress);
        var staff = office.roster().staff().stream().filter(plan.staff()).toList();
        var rights = new GrantingRights(colleagues, plan.city().asOf(), told);
        rights.play(staff);
        var link = new EnrollingTerminals(colleagues, told).play(holding(staff, "administrator"));
        var city = new City(plan.city());
        new FirstLoad(colleagues, told).play(city, office.home(), inCharge(staff, "section-chief"), inCharge(staff, "manager"));
        var stories = EnrolmentStories.of(city).stream().filter(plan.stories()).toList();
        new TellingStories(colleagues, Cast.of(staff), office.home().resolve("papers"), told).play(stories);
        if (!stories.isEmpty()) {
            rights.leaveOneToRule(staff);
        }
        colleagues.signOutAll();
        return Optional.of(link);
    }

    private static List<StaffEntry> holding(List<StaffEntry> staff, String role) {
        return staff.stream().filter(entry -> entry.roles().contains(role)).toList();
    }

    /** The section that keeps the resident and insured registers. */
    static StaffEntry inCharge(List<StaffEntry> staff, String role) {
        return holding(staff, role).stream().filter(entry -> entry.section().equals("eligibility")).findFirst().orElseThrow();
    }

    /** Says with each sentence how long the day has lasted. */
    private record Told(Consumer<String> to, Instant since) implements Consumer<String> {

        Told(Consumer<String> to) {
            this(to, Instant.now());
        }

        @Override
        public void accept(String words) {
            to.accept(words + "（" + Duration.between(since, Instant.now()).toSeconds() + "秒）");
        }
    }
}
