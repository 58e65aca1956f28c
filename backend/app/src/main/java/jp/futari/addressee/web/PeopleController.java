package jp.futari.addressee.web;

import java.util.List;
import jp.futari.addressee.Addressees;
import jp.futari.addressee.Household;
import jp.futari.addressee.Person;
import jp.futari.addressee.Reading;
import jp.futari.addressee.spi.InsuredPeriods;
import jp.futari.addressee.spi.ReadingDuty;
import jp.futari.shared.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** 宛名の1人: the person with household and insured periods. Opening it is one recorded read. */
@RestController
public class PeopleController {

    private static final String PURPOSE = "person-page";

    private final Addressees addressees;
    private final ObjectProvider<ReadingDuty> duty;
    private final ObjectProvider<InsuredPeriods> insured;

    PeopleController(Addressees addressees, ObjectProvider<ReadingDuty> duty, ObjectProvider<InsuredPeriods> insured) {
        this.addressees = addressees;
        this.duty = duty;
        this.insured = insured;
    }

    @GetMapping("/api/people/{addresseeNo}")
    @Transactional
    public ResponseEntity<PersonView> person(@PathVariable String addresseeNo) {
        var reading = reading();
        var person = addressees.find(addresseeNo, reading).orElseThrow(() -> Refused.notFound("addressee.unknown"));
        var household = addressees.household(addresseeNo, reading).map(HouseholdView::of).orElse(null);
        var periods = insured.stream().flatMap(source -> source.of(addresseeNo).stream()).toList();
        var duplicates = addressees.duplicatesOf(addresseeNo, reading).stream().map(Person::addresseeNo).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new PersonView(person, household, periods, duplicates));
    }

    /** Nobody may read residents unless a room above says who may. */
    private Reading reading() {
        var source = duty.getIfAvailable();
        if (source == null) {
            throw Refused.forbidden("addressee.reading.no-right");
        }
        var reading = Reading.because(PURPOSE);
        return source.current().seesProtected() ? reading.showingProtected() : reading;
    }

    record PersonView(Person person, HouseholdView household, List<InsuredPeriods.Period> insured, List<String> maybeSamePerson) {
    }

    record HouseholdView(String householdNo, List<MemberView> members) {

        static HouseholdView of(Household household) {
            return new HouseholdView(household.householdNo(), household.members().stream()
                    .map(member -> new MemberView(member.person().addresseeNo(), member.person().name(), member.person().kana(), member.person().birthDate(), member.relationship())).toList());
        }
    }

    record MemberView(String addresseeNo, String name, String kana, java.time.LocalDate birthDate, String relationship) {
    }
}
