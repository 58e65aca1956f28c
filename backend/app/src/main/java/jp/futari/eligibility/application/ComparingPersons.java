package jp.futari.eligibility.application;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.futari.addressee.Addressees;
import jp.futari.addressee.Household;
import jp.futari.addressee.Person;
import jp.futari.shared.jp.VariantFolding;
import org.springframework.stereotype.Component;

/**
 * 人の取り違えを防ぐ: each row of the notice against the resident register, before anything is registered or bound. A row that fits another member
 * of the household, or nobody, is not sent on; what is identical is settled by the machine, but never a name: choosing a person fills the name in
 * from the register, so that a register that agrees with itself says nothing of whether the right person was chosen.
 */
@Component
class ComparingPersons {

    private static final String SAME = "住民票と同じ";

    private final Addressees addressees;

    ComparingPersons(Addressees addressees) {
        this.addressees = addressees;
    }

    void compare(NoticeFacts facts, Remarks remarks) {
        head(facts, remarks);
        Set<String> seen = new HashSet<>();
        for (Applicant applicant : facts.notice().persons()) {
            if (applicant.addresseeNo() != null && !seen.add(applicant.addresseeNo())) {
                remarks.problem(applicant.field("addresseeNo"), "eligibility.person.twice");
            } else {
                facts.person(applicant).ifPresentOrElse(person -> known(facts, applicant, person, remarks),
                        () -> remarks.problem(applicant.field("addresseeNo"), "eligibility.person.unknown"));
            }
        }
    }

    private static void head(NoticeFacts facts, Remarks remarks) {
        if (facts.head().isEmpty()) {
            remarks.problem("headAddresseeNo", "eligibility.head.unknown");
            return;
        }
        Person person = facts.head().get();
        if (facts.household().flatMap(Household::head).filter(head -> head.addresseeNo().equals(person.addresseeNo())).isEmpty()) {
            remarks.warn("eligibility.head.not-registered-as-head", Map.of(), "法9条");
        }
        address(facts.notice(), person, remarks);
    }

    private static void address(Notification notice, Person head, Remarks remarks) {
        if (head.addressMasked()) {
            remarks.info("eligibility.address.protected", Map.of(), null);
        } else if (notice.address() != null && !notice.address().equals(head.writtenAddress())) {
            remarks.warn("eligibility.address.differs", Map.of(), null);
        } else {
            settleIfSame(remarks, "address", head.writtenAddress(), notice.address());
        }
    }

    private void known(NoticeFacts facts, Applicant applicant, Person person, Remarks remarks) {
        if (facts.household().isPresent() && facts.member(applicant).isEmpty()) {
            remarks.problem(applicant.field("addresseeNo"), "eligibility.person.other-household");
        } else if (!isMistaken(facts, applicant, person, remarks)) {
            name(applicant, person, remarks);
            birthDate(applicant, person, remarks);
            settleIfSame(remarks, applicant.field("kana"), person.kana(), applicant.kana());
            settleIfSame(remarks, applicant.field("sex"), sex(person), applicant.sex());
            facts.member(applicant).ifPresent(member -> settleIfSame(remarks, applicant.field("relationship"), member.relationship(), applicant.relationship()));
            doubleEntry(facts, applicant, remarks);
        }
    }

    private void doubleEntry(NoticeFacts facts, Applicant applicant, Remarks remarks) {
        if (!addressees.duplicatesOf(applicant.addresseeNo(), facts.reading()).isEmpty()) {
            remarks.warn("eligibility.person.maybe-registered-twice", Map.of("row", applicant.place()), null);
        }
    }

    /** @return whether this row must not go on: it fits another member of the household, or neither name nor birth date fits */
    private static boolean isMistaken(NoticeFacts facts, Applicant applicant, Person chosen, Remarks remarks) {
        if (hasName(applicant, chosen) && hasBirthDate(applicant, chosen)) {
            return false;
        }
        List<Person> others = facts.members().stream().map(Household.Member::person).filter(person -> !person.addresseeNo().equals(chosen.addresseeNo())).toList();
        if (others.stream().anyMatch(other -> hasName(applicant, other) && hasBirthDate(applicant, other))) {
            remarks.problem(applicant.field("addresseeNo"), "eligibility.person.another-member-fits");
            return true;
        }
        if (!hasName(applicant, chosen) && !hasBirthDate(applicant, chosen)) {
            remarks.problem(applicant.field("addresseeNo"), "eligibility.person.not-the-same");
            return true;
        }
        return false;
    }

    private static void name(Applicant applicant, Person person, Remarks remarks) {
        if (Texts.orEmpty(applicant.name()).equals(person.name())) {
            return;
        }
        if (hasName(applicant, person)) {
            remarks.info("eligibility.person.name-written-otherwise", Map.of("row", applicant.place()), null);
        } else {
            remarks.warn("eligibility.person.name-differs", Map.of("row", applicant.place()), null);
        }
    }

    private static void birthDate(Applicant applicant, Person person, Remarks remarks) {
        if (hasBirthDate(applicant, person)) {
            remarks.settled(applicant.field("birthDate"), SAME);
        } else {
            remarks.warn("eligibility.person.birth-date-differs", Map.of("row", applicant.place()), null);
        }
    }

    /** Variant characters, spaces and the registered alias (通称) do not make another person. */
    private static boolean hasName(Applicant applicant, Person person) {
        String entered = VariantFolding.folded(Texts.orEmpty(applicant.name()));
        return entered.equals(VariantFolding.folded(person.name())) || person.alias() != null && entered.equals(VariantFolding.folded(person.alias()));
    }

    private static boolean hasBirthDate(Applicant applicant, Person person) {
        return person.birthDate() != null && person.birthDate().toString().equals(applicant.birthDate());
    }

    /** The register's code (1, 2, 9) in the form's word, or null where it is not known. */
    static String sex(Person person) {
        return switch (Texts.orEmpty(person.sex())) {
            case "1" -> "male";
            case "2" -> "female";
            default -> null;
        };
    }

    private static void settleIfSame(Remarks remarks, String field, String registered, String entered) {
        if (registered != null && registered.equals(entered)) {
            remarks.settled(field, SAME);
        }
    }
}
