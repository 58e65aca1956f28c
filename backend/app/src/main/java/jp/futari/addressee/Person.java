package jp.futari.addressee;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;

/**
 * 宛名の1人. Names keep their code points.
 *
 * @param sex              1 男, 2 女, 9 不詳
 * @param address          null when {@code addressMasked}
 * @param addressMasked    支援措置: the address is kept from the reader, who is told so
 * @param until            first day no longer a resident, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Person(String addresseeNo, String name, String kana, String alias, String aliasKana, String romanName, LocalDate birthDate, String sex, String postalCode, String address,
                     String addressNote, String formerAddress, boolean protectedPerson, boolean addressMasked, String nationality, String residenceStatus, LocalDate residenceUntil,
                     LocalDate since, LocalDate until) {

    public boolean isForeigner() {
        return nationality != null;
    }

    public boolean isResidentOn(LocalDate day) {
        return !day.isBefore(since) && (until == null || day.isBefore(until));
    }

    /** 住所と方書, as one writes them on an envelope; null when masked. */
    public String writtenAddress() {
        return address == null || addressNote == null || addressNote.isBlank() ? address : address + "\u3000" + addressNote;
    }

    Person masked() {
        return new Person(addresseeNo, name, kana, alias, aliasKana, romanName, birthDate, sex, null, null, null, null, protectedPerson, true, nationality, residenceStatus, residenceUntil, since, until);
    }

    /** As this reader may see the person. */
    public Person shownTo(Reading reading) {
        return protectedPerson && !reading.showsProtected() ? masked() : this;
    }

    /** Holds personal values: names the number alone. */
    @Override
    public String toString() {
        return "Person[" + addresseeNo + "]";
    }
}
