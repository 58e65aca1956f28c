package jp.futari.eligibility.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.futari.addressee.Addressees;
import jp.futari.addressee.Household;
import jp.futari.addressee.Person;
import jp.futari.addressee.Reading;
import org.springframework.stereotype.Component;

/**
 * 住民票から分かること: the head's household and the people of a notice as the resident register has them. Reading them is recorded.
 *
 * @param household of the head, as of today
 */
record NoticeFacts(Notification notice, Reading reading, Optional<Household> household, Map<String, Person> persons) {

    Optional<Person> person(Applicant applicant) {
        return Optional.ofNullable(applicant.addresseeNo()).map(persons::get);
    }

    Optional<Household.Member> member(Applicant applicant) {
        return members().stream().filter(member -> member.person().addresseeNo().equals(applicant.addresseeNo())).findFirst();
    }

    List<Household.Member> members() {
        return household.map(Household::members).orElse(List.of());
    }

    Set<String> memberNumbers() {
        return members().stream().map(member -> member.person().addresseeNo()).collect(Collectors.toSet());
    }

    Optional<Person> head() {
        return members().stream().map(Household.Member::person).filter(person -> person.addresseeNo().equals(notice.headAddresseeNo())).findFirst();
    }

    /** Reads what a notice needs. */
    @Component
    static class Reader {

        private final Addressees addressees;

        Reader(Addressees addressees) {
            this.addressees = addressees;
        }

        NoticeFacts of(Notification notice, UUID caseId) {
            return read(notice, Reading.forCase(caseId, "judge-notification"));
        }

        /** For the envelope: a protected address is read, for this duty only. */
        NoticeFacts forPrinting(Notification notice, UUID caseId) {
            return read(notice, Reading.forCase(caseId, "address-paper").showingProtected());
        }

        private NoticeFacts read(Notification notice, Reading reading) {
            Optional<Household> household = Optional.ofNullable(notice.headAddresseeNo()).flatMap(head -> addressees.household(head, reading));
            Map<String, Person> persons = new HashMap<>();
            household.ifPresent(found -> found.members().forEach(member -> persons.put(member.person().addresseeNo(), member.person())));
            notice.persons().stream().map(Applicant::addresseeNo).filter(no -> no != null && !persons.containsKey(no))
                    .forEach(no -> addressees.find(no, reading).ifPresent(person -> persons.put(no, person)));
            return new NoticeFacts(notice, reading, household, persons);
        }
    }
}
