package jp.futari.addressee.application;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.futari.addressee.Addressees;
import jp.futari.addressee.Household;
import jp.futari.addressee.Person;
import jp.futari.addressee.PersonPage;
import jp.futari.addressee.Reading;
import jp.futari.addressee.persistence.PersonRows;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers questions about people, and records every answer that shows one. */
@Service
@Transactional
class RecordedAddressees implements Addressees {

    private final PersonRows persons;
    private final SearchingPeople searching;
    private final AuditTrail trail;

    RecordedAddressees(PersonRows persons, SearchingPeople searching, AuditTrail trail) {
        this.persons = persons;
        this.searching = searching;
        this.trail = trail;
    }

    @Override
    public Optional<Person> find(String addresseeNo, Reading reading) {
        var found = persons.find(addresseeNo).map(person -> person.shownTo(reading));
        recordRead("addressee.person", found.stream().toList(), reading);
        return found;
    }

    @Override
    public List<Person> findAll(Collection<String> addresseeNos, Reading reading) {
        var found = addresseeNos.isEmpty() ? List.<Person>of() : persons.findAll(addresseeNos).stream().map(person -> person.shownTo(reading)).toList();
        recordRead("addressee.persons", found, reading);
        return found;
    }

    @Override
    public Optional<Household> household(String addresseeNo, Reading reading) {
        var found = persons.household(addresseeNo).map(household -> shown(household, reading));
        recordRead("addressee.household", found.stream().flatMap(household -> household.members().stream()).map(Household.Member::person).toList(), reading);
        return found;
    }

    @Override
    public PersonPage search(String text, String cursor, int limit, Reading reading) {
        var page = searching.page(text, cursor, limit, reading);
        var shown = page.hits().stream().map(hit -> new PersonPage.Hit(hit.person().shownTo(reading), hit.householdNo(), hit.folded())).toList();
        recordRead("addressee.search", shown.stream().map(PersonPage.Hit::person).toList(), reading);
        return new PersonPage(shown, page.next(), page.narrow());
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> numbersMatching(String text, int limit, Reading reading) {
        return searching.page(text, null, limit, reading).hits().stream().map(hit -> hit.person().addresseeNo()).toList();
    }

    @Override
    public List<Person> duplicatesOf(String addresseeNo, Reading reading) {
        var found = persons.duplicatesOf(addresseeNo).stream().map(person -> person.shownTo(reading)).toList();
        recordRead("addressee.duplicates", found, reading);
        return found;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> householdMembers(String addresseeNo) {
        return persons.householdMembers(addresseeNo);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean anyProtected(Collection<String> addresseeNos) {
        return !addresseeNos.isEmpty() && persons.anyProtected(addresseeNos);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean exists(String addresseeNo) {
        return persons.exists(addresseeNo);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> tie(String addresseeNo, Set<String> others) {
        if (others.contains(addresseeNo)) {
            return Optional.of("own");
        }
        if (persons.householdMembers(addresseeNo).stream().anyMatch(others::contains)) {
            return Optional.of("family");
        }
        return persons.sharesAddress(addresseeNo, others) ? Optional.of("same-address") : Optional.empty();
    }

    private static Household shown(Household household, Reading reading) {
        return new Household(household.householdNo(), household.since(),
                household.members().stream().map(member -> new Household.Member(member.person().shownTo(reading), member.relationship(), member.since())).toList());
    }

    /** A page of a list is one event with the array of records shown (architecture.md section 4). */
    private void recordRead(String action, List<Person> shown, Reading reading) {
        trail.record(AuditEvent.read(action).inCase(reading.caseId()).purpose(reading.purpose()).of(shown.stream().map(Person::addresseeNo).toList())
                .with("shown", shown.size()).with("protectedShown", shown.stream().filter(person -> person.protectedPerson() && !person.addressMasked()).count()).build());
    }
}
