package jp.futari.shared.jp;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * 元号: the eras a living person's papers can name, with the bounds of JIS X 0301 (昭和 ends on 64.1.7, 平成 on 31.4.30).
 *
 * <p>Own bounds rather than {@link java.time.chrono.JapaneseEra}: the JDK refuses dates before 明治6年 and does not tell the last day.
 */
public enum Era {
    MEIJI("明治", 'M', 1, LocalDate.of(1868, 1, 25), LocalDate.of(1912, 7, 29)),
    TAISHO("大正", 'T', 2, LocalDate.of(1912, 7, 30), LocalDate.of(1926, 12, 24)),
    SHOWA("昭和", 'S', 3, LocalDate.of(1926, 12, 25), LocalDate.of(1989, 1, 7)),
    HEISEI("平成", 'H', 4, LocalDate.of(1989, 1, 8), LocalDate.of(2019, 4, 30)),
    REIWA("令和", 'R', 5, LocalDate.of(2019, 5, 1), LocalDate.of(9999, 12, 31));

    private final String label;
    private final char letter;
    private final int digit;
    private final LocalDate firstDay;
    private final LocalDate lastDay;

    Era(String label, char letter, int digit, LocalDate firstDay, LocalDate lastDay) {
        this.label = label;
        this.letter = letter;
        this.digit = digit;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    public String label() {
        return label;
    }

    public char letter() {
        return letter;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public LocalDate lastDay() {
        return lastDay;
    }

    /** The era of a day; days before 明治 have none. */
    public static Optional<Era> of(LocalDate day) {
        return Arrays.stream(values()).filter(era -> era.contains(day)).findFirst();
    }

    /** Finds an era by its letter, its digit (1 明治 … 5 令和) or its name. */
    public static Optional<Era> named(String mark) {
        return Arrays.stream(values()).filter(era -> era.isCalled(mark)).findFirst();
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    public int yearOf(LocalDate day) {
        return day.getYear() - firstDay.getYear() + 1;
    }

    int gregorianYear(int year) {
        return firstDay.getYear() + year - 1;
    }

    private boolean isCalled(String mark) {
        return mark.equals(label) || mark.equalsIgnoreCase(String.valueOf(letter)) || mark.equals(String.valueOf(digit));
    }
}
