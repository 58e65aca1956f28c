package jp.futari.demo.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.futari.demo.city.EnrolmentCast.Casting;
import jp.futari.demo.city.EnrolmentCast.Part;
import jp.futari.demo.city.EnrolmentStory.Reach;
import jp.futari.demo.city.EnrolmentStory.Trap;
import jp.futari.shared.calendar.BusinessCalendar;

/** 四十の話: the enrolment cases of the demo office, the same for the same city, every state and every kind of notice among them. */
public final class EnrolmentStories {

    private static final String[][] INSURERS = {{"みどり野商工健康保険組合", "06990014"}, {"あおば機械健康保険組合", "06990022"}, {"そらいろ電気健康保険組合", "06990030"}, {"架空健康保険協会 架空支部", "01990019"}};
    private static final BusinessCalendar CALENDAR = BusinessCalendar.usual();

    private final City city;
    private final EnrolmentCast cast;
    private final List<EnrolmentStory> told = new ArrayList<>();

    private EnrolmentStories(City city) {
        this.city = city;
        this.cast = new EnrolmentCast(city);
    }

    /** @throws java.util.NoSuchElementException when the city is too small for them (2,000 residents are enough) */
    public static List<EnrolmentStory> of(City city) {
        return new EnrolmentStories(city).all();
    }

    private List<EnrolmentStory> all() {
        tell(Part.VARIANT_NAME, Trap.NAME_IN_VARIANT, Reach.NOT_STARTED, Reach.WAITING_FOR_CHECK);
        tell(Part.PROTECTED, Trap.PROTECTED_PERSON, Reach.WAITING_FOR_CHECK);
        tell(Part.BIRTH, Trap.NONE, Reach.REVIEWING, Reach.DISPATCHED);
        tell(Part.RESIDENCE_STATUS, Trap.NONE, Reach.WAITING_FOR_ENTRY, Reach.DECIDING);
        tell(Part.ASSISTANCE_ENDED, Trap.NONE, Reach.STORING, Reach.DISPATCHED);
        tell(Part.LEFT_SOCIETY, Trap.NONE, Reach.REVIEW_CHECK, Reach.WITHDRAWN);
        tell(Part.MOVED_INTO_PREFECTURE, Trap.NONE, Reach.NOT_STARTED, Reach.WAITING_FOR_CHECK, Reach.DISPATCHED);
        tell(Part.MOVED_INSIDE_PREFECTURE, Trap.NONE, Reach.WAITING_FOR_ENTRY, Reach.HANDING_OVER);
        tell(Part.LEFT_DEPENDANT, Trap.NONE, Reach.WAITING_FOR_CHECK, Reach.DECISION_CHECK, Reach.REFUSED, Reach.DISPATCHED);
        tell(Part.LEFT_DEPENDANT, Trap.NUMBER_LEFT_BLANK, Reach.WAITING_FOR_ENTRY);
        tell(Part.LEFT_EMPLOYER, Trap.NUMBER_OF_FAMILY_MEMBER, Reach.NOT_STARTED, Reach.WAITING_FOR_CHECK);
        tell(Part.LEFT_EMPLOYER, Trap.LATE_NOTICE, Reach.REVIEWING, Reach.DECIDING);
        tell(Part.LEFT_EMPLOYER, Trap.NONE, Reach.NOT_STARTED, Reach.WAITING_FOR_ENTRY, Reach.DRAFTED, Reach.WAITING_FOR_CHECK, Reach.RETURNED, Reach.RETURNED, Reach.ON_HOLD, Reach.STORING,
                Reach.REVIEW_CHECK, Reach.DECISION_CHECK, Reach.HANDING_OVER, Reach.SPOILED, Reach.DISPATCHED, Reach.DISPATCHED, Reach.WITHDRAWN);
        return List.copyOf(told);
    }

    private void tell(Part part, Trap trap, Reach... states) {
        for (var reach : states) {
            var casting = trap == Trap.NUMBER_OF_FAMILY_MEMBER ? family(part) : cast.next(part);
            told.add(story(part, trap, reach, casting));
        }
    }

    /** A wrong family member's number needs a family. */
    private Casting family(Part part) {
        var casting = cast.next(part);
        while (casting.players().size() < 2) {
            casting = cast.next(part);
        }
        return casting;
    }

    private EnrolmentStory story(Part part, Trap trap, Reach reach, Casting cast) {
        var no = told.size() + 1;
        var event = eventOn(part, trap, cast, no);
        var casting = cast.bornBy(event);
        var values = new LinkedHashMap<String, String>();
        putNotice(values, part, casting, event, no);
        for (var at = 0; at < casting.players().size(); at++) {
            putPerson(values, "persons." + at + ".", casting, at, trap);
        }
        return new EnrolmentStory(no, tale(part, trap, casting, reach), reach, trap, casting.household(), casting.players(), papers(part), Map.copyOf(values));
    }

    private LocalDate eventOn(Part part, Trap trap, Casting casting, int no) {
        return switch (part) {
            case BIRTH -> casting.players().get(0).birthDate();
            case MOVED_INTO_PREFECTURE, MOVED_INSIDE_PREFECTURE, RESIDENCE_STATUS -> casting.household().head().since().isBefore(city.plan().asOf().minusYears(1)) ? recent(no) : casting.household().head().since();
            default -> trap == Trap.LATE_NOTICE ? city.plan().asOf().minusMonths(7).withDayOfMonth(1) : recent(no);
        };
    }

    private LocalDate recent(int no) {
        return city.plan().asOf().minusDays(4L + no % 17);
    }

    private LocalDate notifiedOn(LocalDate event, int no) {
        var day = city.plan().asOf().minusDays(no % 4);
        while (!CALENDAR.isBusinessDay(day)) {
            day = day.minusDays(1);
        }
        return day.isBefore(event) ? event : day;
    }

    private void putNotice(Map<String, String> values, Part part, Casting casting, LocalDate event, int no) {
        var head = casting.household().head();
        values.put("notificationKind", kind(part));
        values.put("notifiedOn", notifiedOn(event, no).toString());
        values.put("eventOn", event.toString());
        values.put("reason", part.reason());
        values.put("notifier", "head");
        values.put("headAddresseeNo", head.addresseeNo());
        values.put("headName", head.name());
        values.put("postalCode", head.postalCode());
        values.put("address", head.address() + (head.addressNote() == null ? "" : "　" + head.addressNote()));
        values.put("phone", "000-0000-%04d".formatted(no));
        values.put("identityCheck", "my-number-card");
        values.put("documents", documents(part));
        if (head.formerAddress() != null && part.reason().equals("moved-in")) {
            values.put("previousAddress", head.formerAddress());
        }
        if (part.reason().startsWith("left-")) {
            var insurer = INSURERS[no % INSURERS.length];
            values.put("previousInsurer", insurer[0]);
            values.put("previousInsurerNumber", insurer[1]);
            values.put("previousLossOn", event.toString());
        }
    }

    private static void putPerson(Map<String, String> values, String at, Casting casting, int index, Trap trap) {
        var person = casting.players().get(index);
        values.put(at + "addresseeNo", person.addresseeNo());
        values.put(at + "name", person.name());
        values.put(at + "kana", person.kana());
        values.put(at + "birthDate", person.birthDate().toString());
        values.put(at + "sex", person.male() ? "male" : "female");
        values.put(at + "relationship", relationship(casting, person));
        values.put(at + "occupation", "なし");
        values.put(at + "mynaInsurance", person.index() % 3 == 0 ? "no" : "yes");
        if (!(trap == Trap.NUMBER_LEFT_BLANK && index == 0)) {
            values.put(at + "personalNumber", DemoNumber.of(numberWritten(casting, index, trap)));
        }
        if (person.isForeigner()) {
            values.put(at + "residenceStatus", person.residenceStatus());
            if (person.residenceUntil() != null) {
                values.put(at + "residenceUntil", person.residenceUntil().toString());
            }
        }
    }

    /** The trap: on the second person's line stands the first person's number. */
    private static int numberWritten(Casting casting, int index, Trap trap) {
        return casting.players().get(trap == Trap.NUMBER_OF_FAMILY_MEMBER && index == 1 ? 0 : index).index();
    }

    private static String relationship(Casting casting, CityPerson person) {
        return casting.household().members().stream().filter(member -> member.person().equals(person)).findFirst().orElseThrow().relationship();
    }

    private static String kind(Part part) {
        return switch (part) {
            case MOVED_INTO_PREFECTURE -> "into-prefecture";
            case MOVED_INSIDE_PREFECTURE -> "inside-prefecture";
            default -> "exclusion-ended";
        };
    }

    private static String documents(Part part) {
        return switch (part) {
            case LEFT_EMPLOYER, VARIANT_NAME, LEFT_SOCIETY -> "loss-certificate,number-document";
            case LEFT_DEPENDANT, PROTECTED -> "dependant-loss,number-document";
            case BIRTH -> "mother-child-handbook,number-document";
            case ASSISTANCE_ENDED -> "assistance-end-notice,number-document";
            case RESIDENCE_STATUS -> "residence-card,number-document";
            default -> "number-document";
        };
    }

    private static List<String> papers(Part part) {
        return part.reason().startsWith("left-") ? List.of("acq-notice", "loss-cert", "identity") : List.of("acq-notice", "identity");
    }

    private static String tale(Part part, Trap trap, Casting casting, Reach reach) {
        var who = casting.players().size() == 1 ? "1人" : casting.players().size() + "人";
        var why = switch (part) {
            case LEFT_EMPLOYER, VARIANT_NAME -> "勤め先の健康保険をやめた";
            case LEFT_DEPENDANT, PROTECTED -> "家族の健康保険の扶養から外れた";
            case LEFT_SOCIETY -> "国保組合をやめた";
            case BIRTH -> "子が生まれた";
            case ASSISTANCE_ENDED -> "生活保護が終わった";
            case MOVED_INTO_PREFECTURE -> "ほかの県から引っ越してきた";
            case MOVED_INSIDE_PREFECTURE -> "県内のほかの市から引っ越してきた";
            case RESIDENCE_STATUS -> "在留資格が変わった";
        };
        return why + "世帯、" + who + "（" + reach.label() + "）" + hint(trap);
    }

    private static String hint(Trap trap) {
        return switch (trap) {
            case NONE -> "";
            case NUMBER_OF_FAMILY_MEMBER -> "。番号の欄に家族の番号がある";
            case NUMBER_LEFT_BLANK -> "。番号の欄が空いている";
            case LATE_NOTICE -> "。届が14日をこえて遅れた";
            case NAME_IN_VARIANT -> "。氏名が異体字";
            case PROTECTED_PERSON -> "。支援措置の人";
        };
    }
}
