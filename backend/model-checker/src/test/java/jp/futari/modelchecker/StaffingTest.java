package jp.futari.modelchecker;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.futari.Requirement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("モデル検査: 人員（規則6）")
@Requirement("MANUAL-01")
class StaffingTest {

    private static final int FEWEST_PER_ROLE = 4;

    @Test
    @DisplayName("三人いれば、一人休んでも二人そろう。二人では足りない")
    void three_people_staff_a_step_and_two_do_not() {
        var model = Corpus.good("one-step-one-effect");
        then(ModelChecker.check(model.sources(), office("counter-clerk", "counter-clerk", "counter-clerk")).violations()).isEmpty();
        then(ModelChecker.check(model.sources(), office("counter-clerk", "counter-clerk")).violations()).extracting(Violation::rule).containsExactly(6);
    }

    @Test
    @DisplayName("重要な工程は、二人休んでも二人そろう")
    void a_critical_step_is_staffed_with_any_two_away() {
        var apart = Corpus.good("apart-and-critical");
        then(ModelChecker.check(apart.sources(), office(people(6))).violations()).isEmpty();
        then(ModelChecker.check(apart.sources(), office(people(5))).violations()).extracting(Violation::element).containsExactly("Step_StepB");
    }

    @Test
    @DisplayName("足りないときは、誰が休むと足りないかを言う")
    void the_violation_names_who_is_away() {
        var model = Corpus.bad("rule-6--only-two-hold-the-role");
        then(ModelChecker.check(model.sources(), Corpus.rosterOfSix()).violations().get(0).message())
                .isEqualTo("without 5 no legal pair is left for step-a");
    }

    @Test
    @DisplayName("一人が二つの役割を持っても、一つの工程では一人")
    void one_person_with_two_roles_is_one_person() {
        var model = Corpus.good("one-step-one-effect");
        var roster = new Roster(List.of(new Officer("1", java.util.Set.of("counter-clerk", "manager")), new Officer("2", java.util.Set.of("counter-clerk"))));
        then(ModelChecker.check(model.sources(), roster).violations()).isNotEmpty();
    }

    @Test
    @DisplayName("体験版の名簿は四十人で、どの権限にも四人以上いる")
    void the_demo_office_has_forty_people_and_four_for_every_right() {
        var officers = Roster.read(Corpus.ROSTER).officers();
        then(officers).hasSize(40);
        then(officers.stream().flatMap(officer -> officer.roles().stream()).collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .hasSize(10).allSatisfy((role, people) -> then(people).as(role).isGreaterThanOrEqualTo(FEWEST_PER_ROLE));
    }

    @Test
    @DisplayName("体験版の名簿では、管理と点検を一人が兼ねない")
    void nobody_of_the_demo_office_both_administers_and_reviews() {
        then(Roster.read(Corpus.ROSTER).officers()).noneMatch(officer -> officer.roles().containsAll(List.of("administrator", "compliance-reviewer")));
    }

    @Test
    @DisplayName("同じ職員番号が二度ある名簿は断られる")
    void a_roster_with_a_number_given_twice_is_refused() {
        thenThrownBy(() -> Roster.parse(List.of("officerNo,roles", "1,manager", "1,manager"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String[] people(int number) {
        return Stream.generate(() -> "counter-clerk").limit(number).toArray(String[]::new);
    }

    private static Roster office(String... roles) {
        var lines = new java.util.ArrayList<>(List.of("officerNo,roles"));
        for (int i = 0; i < roles.length; i++) {
            lines.add(i + "," + roles[i]);
        }
        return Roster.parse(lines);
    }
}
