package jp.futari.shared.calendar;

/** No holiday table covers this year; a deadline in it is refused, never guessed. */
public class HolidaysUnknown extends RuntimeException {

    private final int year;

    public HolidaysUnknown(int year) {
        super("no national holidays are known for " + year);
        this.year = year;
    }

    public int year() {
        return year;
    }
}
