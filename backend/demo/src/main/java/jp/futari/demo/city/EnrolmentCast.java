package jp.futari.demo.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import jp.futari.demo.city.CityPerson.Insurance;
import jp.futari.shared.jp.LegalAge;

/** 配役: finds households of the city for a kind of story, each once, in line. */
final class EnrolmentCast {

    private final City city;
    private final List<CityHousehold> free;

    EnrolmentCast(City city) {
        this.city = city;
        this.free = new ArrayList<>(city.households().filter(CityHousehold::isHere).toList());
    }

    /** The next household in which somebody plays this part, with those who do. */
    Casting next(Part part) {
        for (Iterator<CityHousehold> line = free.iterator(); line.hasNext();) {
            var household = line.next();
            var players = part.players.apply(new Home(household, city));
            if (!players.isEmpty()) {
                line.remove();
                return new Casting(household, players);
            }
        }
        throw new NoSuchElementException("the city is too small for a story of " + part);
    }

    /** 役: a reason for the notice, and who in a household it can be about. */
    enum Part {
        LEFT_EMPLOYER("left-employer-insurance", home -> home.head(Insurance.EMPLOYER) && !home.hidden() ? home.all(Insurance.EMPLOYER, Insurance.DEPENDANT) : List.of()),
        LEFT_DEPENDANT("left-dependant", home -> home.adults(Insurance.DEPENDANT)),
        LEFT_SOCIETY("left-society", home -> home.all(Insurance.SOCIETY)),
        BIRTH("birth", home -> home.head(Insurance.NATIONAL) ? home.newborn() : List.of()),
        ASSISTANCE_ENDED("assistance-ended", home -> home.all(Insurance.ASSISTANCE)),
        MOVED_INTO_PREFECTURE("moved-in", home -> home.cameFrom(false) ? home.all(Insurance.NATIONAL) : List.of()),
        MOVED_INSIDE_PREFECTURE("moved-in", home -> home.cameFrom(true) ? home.all(Insurance.NATIONAL) : List.of()),
        RESIDENCE_STATUS("residence-status", home -> home.foreign() ? home.adults(Insurance.NATIONAL) : List.of()),
        VARIANT_NAME("left-employer-insurance", home -> home.variant() && home.head(Insurance.EMPLOYER) ? home.all(Insurance.EMPLOYER, Insurance.DEPENDANT) : List.of()),
        PROTECTED("left-dependant", home -> home.hidden() ? home.all(Insurance.DEPENDANT, Insurance.EMPLOYER, Insurance.NATIONAL) : List.of());

        private final String reason;
        private final Function<Home, List<CityPerson>> players;

        Part(String reason, Function<Home, List<CityPerson>> players) {
            this.reason = reason;
            this.players = players;
        }

        String reason() {
            return reason;
        }
    }

    record Casting(CityHousehold household, List<CityPerson> players) {

        /** A child born after the event has a notice of its own. */
        Casting bornBy(LocalDate event) {
            return new Casting(household, players.stream().filter(player -> !player.birthDate().isAfter(event)).toList());
        }
    }

    /** Questions about one household. */
    private record Home(CityHousehold household, City city) {

        boolean head(Insurance insurance) {
            return household.head().insurance() == insurance && age(household.head()) < 74;
        }

        List<CityPerson> all(Insurance... kinds) {
            return people().stream().filter(person -> List.of(kinds).contains(person.insurance()) && age(person) < 74).limit(4).toList();
        }

        List<CityPerson> adults(Insurance insurance) {
            return people().stream().filter(person -> person.insurance() == insurance && age(person) >= 20 && age(person) < 74).limit(1).toList();
        }

        List<CityPerson> newborn() {
            return people().stream().filter(person -> person.birthDate().isAfter(city.plan().asOf().minusDays(360))).limit(1).toList();
        }

        boolean cameFrom(boolean samePrefecture) {
            var former = household.head().formerAddress();
            return former != null && !foreign() && former.startsWith("架空県") == samePrefecture;
        }

        boolean foreign() {
            return household.head().isForeigner();
        }

        boolean hidden() {
            return household.head().protectedPerson();
        }

        boolean variant() {
            return household.head().name().codePoints().anyMatch(c -> c > 0xFFFF || "﨑邉邊澤嶋濵髙".indexOf(c) >= 0);
        }

        private List<CityPerson> people() {
            return household.members().stream().map(CityHousehold.Member::person).toList();
        }

        private int age(CityPerson person) {
            return LegalAge.on(person.birthDate(), city.plan().asOf());
        }
    }
}
