package jp.futari.demo;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("体験版の職員名簿")
class RosterTest {

    private static final Pattern CANDIDATES = Pattern.compile("camunda:candidateGroups=\"([^\"]+)\"");
    /** A chief rules in the own section alone, and so far every case is of this one. */
    private static final String IN_CHARGE = "eligibility";
    private static final int ENOUGH = 4;

    private static List<StaffEntry> staff;

    @BeforeAll
    static void read() throws IOException {
        staff = Roster.ofTheDemo().staff();
    }

    @Test
    @DisplayName("40人で、姓の二文字は一人ずつちがう（印影に出る）")
    void the_seals_differ() {
        then(staff).hasSize(40);
        then(staff).extracting(StaffEntry::family).doesNotHaveDuplicates().allMatch(family -> family.codePointCount(0, family.length()) == 2);
        then(staff).extracting(StaffEntry::officerNo).doesNotHaveDuplicates().allMatch(no -> no.matches("9000\\d\\d"));
        then(staff).extracting(StaffEntry::username).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+\\.[a-z]+"));
        then(staff).extracting(StaffEntry::kana).allMatch(kana -> kana.matches("[ァ-ヶー]+ [ァ-ヶー]+"));
    }

    @Test
    @DisplayName("どの工程の入力も確認も、できる人が4人以上いる")
    void every_part_of_every_step_has_four_people() throws IOException {
        var parts = candidates();
        then(parts).contains(Set.of("section-chief"), Set.of("administrator"));
        then(parts).allSatisfy(roles -> then(staff.stream().filter(entry -> can(entry, roles))).as(roles.toString()).hasSizeGreaterThanOrEqualTo(ENOUGH));
    }

    @Test
    @DisplayName("どの権限も、持つ人が4人以上いる")
    void every_right_is_held_by_four_people() {
        staff.stream().flatMap(entry -> entry.roles().stream()).distinct()
                .forEach(role -> then(staff.stream().filter(entry -> entry.roles().contains(role))).as(role).hasSizeGreaterThanOrEqualTo(ENOUGH));
    }

    private static boolean can(StaffEntry entry, Set<String> roles) {
        return entry.roles().stream().anyMatch(role -> roles.contains(role) && (!role.equals("section-chief") || entry.section().equals(IN_CHARGE)));
    }

    /** The roles of each user task of each model. */
    private static List<Set<String>> candidates() throws IOException {
        try (var files = Files.walk(Path.of(TestSurroundings.required("futari.root"), "processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn") && !file.toString().contains("target")).flatMap(file -> CANDIDATES.matcher(read(file)).results())
                    .map(RosterTest::roles).distinct().toList();
        }
    }

    private static Set<String> roles(MatchResult found) {
        return new TreeSet<>(Arrays.asList(found.group(1).split(",")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
