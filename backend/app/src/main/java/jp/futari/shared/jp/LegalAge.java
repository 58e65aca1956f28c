package jp.futari.shared.jp;

import java.time.LocalDate;

/**
 * 満年齢: age by law. A person reaches an age on the day before the birthday (年齢計算ニ関スル法律, 民法143条);
 * who was born on 2/29 reaches it on 2/28 every year, who was born on 4/1 reaches it in the school year before.
 */
public final class LegalAge {

    private LegalAge() {
    }

    /** 年齢に達する日: the day on which the age is reached. */
    public static LocalDate reachedOn(LocalDate birth, int age) {
        return birth.minusDays(1).equals(LocalDate.of(birth.getYear(), 2, 28)) && birth.getDayOfMonth() == 29
                ? LocalDate.of(birth.getYear() + age, 2, 28)
                : birth.plusYears(age).minusDays(1);
    }

    /** The age reached by law on that day. Not the age written beside a birth date: use {@link #writtenOn} for that. */
    public static int on(LocalDate birth, LocalDate day) {
        var age = Math.max(0, day.getYear() - birth.getYear());
        return reachedOn(birth, age + 1).isAfter(day) ? stepBack(birth, age, day) : age + 1;
    }

    /** 満年齢 as everyone writes it: it changes on the birthday. */
    public static int writtenOn(LocalDate birth, LocalDate day) {
        return Math.max(0, java.time.Period.between(birth, day).getYears());
    }

    private static int stepBack(LocalDate birth, int age, LocalDate day) {
        return age > 0 && reachedOn(birth, age).isAfter(day) ? age - 1 : age;
    }
}
