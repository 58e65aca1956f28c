package jp.futari.addressee;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 世帯: its head and its members today. */
public record Household(String householdNo, LocalDate since, List<Member> members) {

    public static final String HEAD = "世帯主";

    public Optional<Person> head() {
        return members.stream().filter(member -> member.relationship().equals(HEAD)).map(Member::person).findFirst();
    }

    /** 世帯員 with the relationship to the head. */
    public record Member(Person person, String relationship, LocalDate since) {
    }

    @Override
    public String toString() {
        return "Household[" + householdNo + "]";
    }
}
