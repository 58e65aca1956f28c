package jp.futari.demo.city;

import static org.assertj.core.api.BDDAssertions.then;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final City CITY = new City(CityPlan.usual(TODAY));
    private static final City TOWN = new City(CityPlan.usual(TODAY).withResidents(30_000));

    @TempDir
    Path folder;

    @Test
    @DisplayName("同じ種からは同じ市ができ、ちがう種からはちがう市ができる")
    void the_same_seed_gives_the_same_city() throws Exception {
        var once = CityFiles.writeList(CITY, folder.resolve("a"));
        var again = CityFiles.writeList(new City(CityPlan.usual(TODAY)), folder.resolve("b"));
        then(again).isEqualTo(once);
        then(Files.mismatch(folder.resolve("a").resolve(CityFiles.LIST), folder.resolve("b").resolve(CityFiles.LIST))).isEqualTo(-1);
        then(CityFiles.writeList(new City(new CityPlan(7, 2_000, TODAY)), folder.resolve("c")).sha256()).isNotEqualTo(once.sha256());
        then(once.persons()).isBetween(2_000, 2_010);
    }

    @Test
    @DisplayName("大きい市は小さい市から始まる")
    void a_larger_city_begins_with_the_smaller_one() {
        var few = CITY.households().toList();
        then(TOWN.households().limit(few.size()).toList()).isEqualTo(few);
    }

    @Test
    @DisplayName("世帯主は世帯に1人。親は子より18歳以上年上で、0歳から99歳まで")
    void families_are_plausible() {
        TOWN.households().forEach(household -> {
            then(household.members()).filteredOn(member -> member.relationship().equals("世帯主")).hasSize(1);
            then(household.members().get(0).relationship()).isEqualTo("世帯主");
            household.members().forEach(member -> {
                var person = member.person();
                then(Period.between(person.birthDate(), TODAY).getYears()).as(person.addresseeNo()).isBetween(0, 100);
                then(person.since()).isAfterOrEqualTo(person.birthDate());
                if (member.relationship().equals("子")) {
                    household.members().stream().filter(other -> List.of("世帯主", "妻", "夫").contains(other.relationship()))
                            .forEach(parent -> then(parent.person().birthDate().plusYears(18)).isBefore(person.birthDate()));
                }
                if (List.of("父", "母").contains(member.relationship())) {
                    then(person.birthDate().plusYears(18)).isBefore(household.head().birthDate());
                }
                if (person.until() != null) {
                    then(person.until()).isAfterOrEqualTo(person.since());
                }
            });
        });
    }

    @Test
    @DisplayName("外国人、異体字、保護の人、転入した人と転出した人がいる")
    void everybody_the_office_must_cope_with_is_there() {
        var people = TOWN.residents().toList();
        then(people.stream().filter(CityPerson::isForeigner).count() * 100.0 / people.size()).isBetween(1.5, 5.0);
        then(people.stream().filter(CityPerson::protectedPerson).count()).isBetween(30L, 600L);
        then(people.stream().filter(person -> person.formerAddress() != null).count()).isGreaterThan(500);
        then(people.stream().filter(person -> person.until() != null).count()).isGreaterThan(200);
        then(people.stream().filter(person -> person.name().codePoints().anyMatch(c -> c >= 0xE0100 && c <= 0xE01EF))).isNotEmpty();
        then(people.stream().filter(person -> person.name().contains("𠮷"))).isNotEmpty();
        then(people.stream().filter(person -> person.name().contains("﨑"))).isNotEmpty();
        then(people.stream().filter(person -> person.insurance() == CityPerson.Insurance.NATIONAL).count() * 100.0 / people.size()).isBetween(15.0, 30.0);
        then(CITY.residents().filter(CityPerson::isForeigner)).isNotEmpty();
        then(CITY.residents().filter(CityPerson::protectedPerson)).isNotEmpty();
    }

    @Test
    @DisplayName("だれが見ても架空とわかる: 番号は0000、郵便番号は000、住所は架空県みどり野市")
    void everything_is_visibly_invented() throws Exception {
        TOWN.residents().forEach(person -> {
            then(person.postalCode()).startsWith("000");
            then(person.address()).startsWith("架空県みどり野市");
            then(DemoNumber.of(person.index())).matches("0000\\d{8}");
        });
        CityFiles.writeList(CITY, folder);
        then(Files.readString(folder.resolve(CityFiles.LIST))).doesNotContainPattern("\"\\d{12}\"").doesNotContain("nsurance");
    }

    @Test
    @DisplayName("宛名番号も個人番号も2人に同じものはない")
    void numbers_are_unique() {
        var people = TOWN.residents().toList();
        then(people.stream().map(CityPerson::addresseeNo).collect(Collectors.toSet())).hasSameSizeAs(people);
        var numbers = new HashSet<String>();
        for (var index = 0; index < 500_000; index++) {
            then(numbers.add(DemoNumber.of(index))).isTrue();
        }
    }

    @Test
    @DisplayName("番号の控えは持ち主だけが読める別のファイルにある")
    void the_numbers_lie_in_a_private_file() throws Exception {
        CityFiles.writeNumbers(CITY, folder);
        var file = folder.resolve(CityFiles.NUMBERS);
        then(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        then(Files.readAllLines(file)).hasSizeGreaterThan(1_999).allMatch(line -> line.matches("10\\d{8},0000\\d{8}"));
    }

    @Test
    @DisplayName("束は500行までで、台帳が受ける形をしている")
    void chunks_are_what_the_register_takes() throws Exception {
        var cover = CityFiles.writeList(CITY, folder);
        var json = new com.fasterxml.jackson.databind.ObjectMapper();
        var rows = 0;
        for (var line : Files.readAllLines(folder.resolve(CityFiles.LIST))) {
            var chunk = json.readTree(line);
            var size = chunk.path("persons").size();
            for (var household : chunk.path("households")) {
                size += 1 + household.path("members").size();
            }
            then(size).isBetween(1, 500);
            rows += size;
        }
        then(rows).isEqualTo(cover.rows());
    }

    @Test
    @DisplayName("百万人の市は60秒かからずにできる")
    void a_million_residents_take_less_than_a_minute() {
        var cpu = java.lang.management.ManagementFactory.getThreadMXBean();
        var started = System.nanoTime();
        var startedCpu = cpu.getCurrentThreadCpuTime();
        var cover = CityFiles.writeList(new City(CityPlan.usual(TODAY).withResidents(1_000_000)), folder);
        var seconds = Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0;
        var busy = Duration.ofNanos(cpu.getCurrentThreadCpuTime() - startedCpu).toMillis() / 1000.0;
        System.out.printf("city of %,d residents, %,d households, %,d chunks: %.1f s on the clock, %.1f s of processor%n", cover.persons(), cover.households(), cover.chunks(), seconds, busy);
        // the clock of a machine that others use says little; the processor's time is what the program takes
        then(busy).isLessThan(60);
    }
}
