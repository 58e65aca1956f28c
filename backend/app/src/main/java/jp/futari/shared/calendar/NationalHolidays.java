package jp.futari.shared.calendar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.BufferedReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * 国民の祝日: the table shipped with a release, substitute holidays and 国民の休日 included. Years the Cabinet Office has announced are marked so;
 * later ones are a forecast, since the two equinoxes are fixed each February for the year after (国民の祝日に関する法律 2条).
 */
public final class NationalHolidays {

    private static final NationalHolidays SHIPPED = read();

    private final Map<LocalDate, Holiday> days;
    private final int firstYear;
    private final int lastYear;

    private NationalHolidays(Map<LocalDate, Holiday> days) {
        this.days = days;
        this.firstYear = days.keySet().stream().mapToInt(LocalDate::getYear).min().orElseThrow();
        this.lastYear = days.keySet().stream().mapToInt(LocalDate::getYear).max().orElseThrow();
    }

    public static NationalHolidays shipped() {
        return SHIPPED;
    }

    /** The holiday of a day, if it is one. A year without rows is refused, never guessed. */
    public Optional<Holiday> on(LocalDate day) {
        if (day.getYear() < firstYear || day.getYear() > lastYear) {
            throw new HolidaysUnknown(day.getYear());
        }
        return Optional.ofNullable(days.get(day));
    }

    /** One holiday: its name and whether it has been announced. */
    public record Holiday(String name, boolean announced) {
    }

    private static NationalHolidays read() {
        var days = new HashMap<LocalDate, Holiday>();
        try (var lines = new BufferedReader(new InputStreamReader(NationalHolidays.class.getResourceAsStream("national-holidays.csv"), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(",")).forEach(row ->
                    days.put(LocalDate.parse(row[0]), new Holiday(row[1], row[2].equals("announced"))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new NationalHolidays(Map.copyOf(days));
    }
}
