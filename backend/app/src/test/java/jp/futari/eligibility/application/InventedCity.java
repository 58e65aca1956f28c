package jp.futari.eligibility.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.futari.addressee.Addressees;
import jp.futari.addressee.Household;
import jp.futari.addressee.Person;
import jp.futari.addressee.PersonPage;
import jp.futari.addressee.Reading;

/** 架空の世帯: a small resident register for tests of the steps. Everybody is visibly invented. */
final class InventedCity implements Addressees {

    static final String HEAD = "0000000101";
    static final String SPOUSE = "0000000102";
    static final String CHILD = "0000000103";
    static final String OLD = "0000000104";
    static final String FOREIGNER = "0000000105";
    static final String STRANGER = "0000000201";

    private final Map<String, Person> persons = new LinkedHashMap<>();
    private final Map<String, List<Household.Member>> households = new LinkedHashMap<>();

    InventedCity() {
        var members = List.of(
                member(person(HEAD, "試験　太郎", "シケン　タロウ", "1980-05-05", "1", null, false), "世帯主"),
                member(person(SPOUSE, "試験　髙子", "シケン　タカコ", "1982-06-06", "2", null, false), "妻"),
                member(person(CHILD, "試験　一郎", "シケン　イチロウ", "2026-10-20", "1", null, false), "子"),
                member(person(OLD, "試験　寿", "シケン　ヒサシ", "1951-11-01", "1", null, false), "父"),
                member(person(FOREIGNER, "テスト　アレックス", "テスト　アレックス", "1990-01-01", "1", "架空国", false), "同居人"));
        members.forEach(member -> persons.put(member.person().addresseeNo(), member.person()));
        households.put("H-100", members);
        var stranger = member(person(STRANGER, "架空　花子", "カクウ　ハナコ", "1975-03-03", "2", null, false), "世帯主");
        persons.put(STRANGER, stranger.person());
        households.put("H-200", List.of(stranger));
    }

    private static Household.Member member(Person person, String relationship) {
        return new Household.Member(person, relationship, LocalDate.of(2020, 4, 1));
    }

    private static Person person(String no, String name, String kana, String birth, String sex, String nationality, boolean protectedPerson) {
        return new Person(no, name, kana, null, null, null, LocalDate.parse(birth), sex, "0000001", "架空県みどり野市本町一丁目1番1号", null, null, protectedPerson, false,
                nationality, nationality == null ? null : "技術", nationality == null ? null : LocalDate.of(2028, 1, 1), LocalDate.of(2020, 4, 1), null);
    }

    @Override
    public Optional<Person> find(String addresseeNo, Reading reading) {
        return Optional.ofNullable(persons.get(addresseeNo));
    }

    @Override
    public List<Person> findAll(Collection<String> addresseeNos, Reading reading) {
        return addresseeNos.stream().map(persons::get).filter(java.util.Objects::nonNull).toList();
    }

    @Override
    public Optional<Household> household(String addresseeNo, Reading reading) {
        return households.entrySet().stream().filter(entry -> entry.getValue().stream().anyMatch(member -> member.person().addresseeNo().equals(addresseeNo)))
                .map(entry -> new Household(entry.getKey(), LocalDate.of(2020, 4, 1), entry.getValue())).findFirst();
    }

    @Override
    public List<String> numbersMatching(String text, int limit, Reading reading) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PersonPage search(String text, String cursor, int limit, Reading reading) {
        return PersonPage.NOTHING;
    }

    @Override
    public List<Person> duplicatesOf(String addresseeNo, Reading reading) {
        return List.of();
    }

    @Override
    public Set<String> householdMembers(String addresseeNo) {
        return household(addresseeNo, null).map(household -> household.members().stream().map(member -> member.person().addresseeNo()).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    @Override
    public boolean exists(String addresseeNo) {
        return persons.containsKey(addresseeNo);
    }

    @Override
    public boolean anyProtected(Collection<String> addresseeNos) {
        return persons.values().stream().anyMatch(person -> person.protectedPerson() && addresseeNos.contains(person.addresseeNo()));
    }

    @Override
    public Optional<String> tie(String addresseeNo, Set<String> others) {
        return Optional.empty();
    }
}
