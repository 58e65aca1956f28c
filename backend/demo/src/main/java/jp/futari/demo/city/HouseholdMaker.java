package jp.futari.demo.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.futari.addressee.postal.InventedPlaces;
import jp.futari.addressee.postal.PostalPlace;
import jp.futari.demo.city.CityPerson.Insurance;
import jp.futari.demo.city.InventedNames.Word;

/** Makes one household from its dice. */
final class HouseholdMaker {

    private static final PostalPlace[] PLACES = InventedPlaces.read().toArray(PostalPlace[]::new);
    private static final String[] BUILDINGS = {"架空荘", "見本ハイツ", "例示コーポ", "メゾン空想", "仮想住宅"};
    private static final String[] FORMER = {"架空県そらいろ市例町1番地", "見本県ひなた町大字見本2番地", "例示県あさぎり市中町3番地", "架空県こもれび町字仮4番地"};
    private static final String[] COUNTRIES = {"架空国", "例示国", "見本共和国", "想像連邦"};
    private static final String[] STATUSES = {"永住者", "技術・人文知識・国際業務", "留学", "家族滞在", "特定技能", "定住者", "日本人の配偶者等"};
    private static final int LATE_STAGE = 75;

    private final CityPlan plan;
    private final Dice dice;
    private final int number;
    private int nextPerson;

    HouseholdMaker(CityPlan plan, int number, int firstPerson) {
        this.plan = plan;
        this.dice = new Dice(plan.seed(), number);
        this.number = number;
        this.nextPerson = firstPerson;
    }

    CityHousehold make() {
        var seats = HouseholdShape.drawn(dice).seats(dice);
        var home = home(seats);
        var members = new ArrayList<CityHousehold.Member>(seats.size());
        var line = home.line();
        for (var seat : seats) {
            members.add(new CityHousehold.Member(person(seat, home, line), seat.relationship()));
        }
        return new CityHousehold(padded("20", number + 1), home.since(), home.until(), List.copyOf(members));
    }

    private Home home(List<HouseholdShape.Seat> seats) {
        var place = dice.of(PLACES);
        var address = place.address() + dice.between(1, 40) + "番" + dice.between(1, 30) + "号";
        var note = dice.percent(35) ? dice.of(BUILDINGS) + dice.between(1, 9) + "0" + dice.between(1, 8) : null;
        var foreign = dice.percent(3);
        var recent = dice.percent(4);
        var since = recent ? plan.asOf().minusDays(dice.between(0, 300)) : plan.asOf().minusDays(dice.between(400, 12_000));
        var until = !recent && dice.percent(2) ? plan.asOf().minusDays(dice.between(1, 380)) : null;
        var hidden = seats.size() > 1 && !seats.get(0).male() && dice.percent(4) || dice.oneIn(700);
        return new Home(place, address, note, recent ? dice.of(FORMER) : null, since, until, foreign, hidden, foreign ? InventedNames.romanFamily(dice) : InventedNames.family(dice), insurance(recent || foreign || seats.stream().anyMatch(seat -> seat.age() == 0)));
    }

    /** The household's breadwinner settles what most of the household has; newcomers and young families are more often with the city. */
    private Insurance insurance(boolean oftenNational) {
        var at = dice.below(100);
        if (at < (oftenNational ? 60 : 25)) {
            return Insurance.NATIONAL;
        }
        return at < 97 ? Insurance.EMPLOYER : at < 98 ? Insurance.SOCIETY : Insurance.ASSISTANCE;
    }

    private CityPerson person(HouseholdShape.Seat seat, Home home, Word line) {
        var birth = birthDate(seat.age());
        var name = home.foreign() ? line.and(InventedNames.romanGiven(dice)) : line.and(InventedNames.given(dice, seat.male()));
        var alias = home.foreign() && dice.percent(30) ? InventedNames.family(dice).and(InventedNames.given(dice, seat.male())) : null;
        var since = birth.isAfter(home.since()) ? birth : home.since();
        var index = nextPerson++;
        return new CityPerson(index, padded("10", index + 1), name.text(), name.kana(), alias == null ? null : alias.text(), alias == null ? null : alias.kana(),
                home.foreign() ? java.text.Normalizer.normalize(name.text(), java.text.Normalizer.Form.NFKC) : null, birth, seat.male(), home.place().code(), home.address(), home.note(), home.former(),
                home.hidden(), home.foreign() ? COUNTRIES[number % COUNTRIES.length] : null, home.foreign() ? STATUSES[number % STATUSES.length] : null, residenceUntil(home), since,
                home.until() == null || home.until().isBefore(since) ? untilAfter(home, since) : home.until(), insuranceOf(seat, home));
    }

    /** Ten digits; string formatting would cost a third of the time. */
    private static String padded(String prefix, int value) {
        var digits = Integer.toString(value);
        return prefix + "00000000".substring(digits.length()) + digits;
    }

    private static LocalDate untilAfter(Home home, LocalDate since) {
        return home.until() == null ? null : since;
    }

    private LocalDate birthDate(int age) {
        var latest = plan.asOf().minusYears(age);
        var earliest = plan.asOf().minusYears(age + 1L).plusDays(1);
        return earliest.plusDays(dice.below((int) (latest.toEpochDay() - earliest.toEpochDay()) + 1));
    }

    private LocalDate residenceUntil(Home home) {
        return home.foreign() && number % STATUSES.length != 0 ? plan.asOf().plusDays(dice.between(30, 1_700)) : null;
    }

    private static Insurance insuranceOf(HouseholdShape.Seat seat, Home home) {
        if (home.insurance() == Insurance.ASSISTANCE) {
            return Insurance.ASSISTANCE;
        }
        if (seat.age() >= LATE_STAGE) {
            return Insurance.LATE_STAGE;
        }
        return home.insurance() == Insurance.EMPLOYER && !seat.relationship().equals("世帯主") ? Insurance.DEPENDANT : home.insurance();
    }

    /** What a household shares. */
    private record Home(PostalPlace place, String address, String note, String former, LocalDate since, LocalDate until, boolean foreign, boolean hidden, Word line, Insurance insurance) {
    }
}
