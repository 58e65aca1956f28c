package jp.futari.addressee;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** 宛名の照会: the front door. Every answer that shows a person is one event of the record, with the numbers shown and the reason. */
public interface Addressees {

    Optional<Person> find(String addresseeNo, Reading reading);

    /** A page of a list: one event of the record with everybody shown. Who is not in the register is left out. */
    List<Person> findAll(Collection<String> addresseeNos, Reading reading);

    /** The household this person belongs to today. */
    Optional<Household> household(String addresseeNo, Reading reading);

    /** By number, birth date, kana or name, told apart by what was typed. Variant characters are folded and named. */
    PersonPage search(String text, String cursor, int limit, Reading reading);

    /** 宛名番号 of the first people {@link #search} would find. Nothing of them is shown, and so no look at them is recorded. */
    List<String> numbersMatching(String text, int limit, Reading reading);

    /** 同じ人かもしれない宛名: same kana, birth date and sex under another number. */
    List<Person> duplicatesOf(String addresseeNo, Reading reading);

    /** Numbers of the household, this person included; nothing is shown to anybody, so nothing is recorded. */
    Set<String> householdMembers(String addresseeNo);

    boolean exists(String addresseeNo);

    /** 支援措置: whether one of them is protected; shows nobody, so nothing is recorded. */
    boolean anyProtected(Collection<String> addresseeNos);

    /** 利害関係: {@code own}, {@code family} or {@code same-address} between one person and the people of a case; empty when there is no tie. */
    Optional<String> tie(String addresseeNo, Set<String> others);
}
