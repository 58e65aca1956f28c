package jp.futari.shared.jp;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 和暦の日付: writes a day as 令和8年11月1日 and reads what people write on papers ({@code R8.11.1}, {@code 令和元年5月1日}, {@code 5081101}, {@code 20261101}). */
public final class EraDate {

    private static final Pattern ERA = Pattern.compile("(明治|大正|昭和|平成|令和|[MTSHR])(元|\\d{1,2})[年./-](\\d{1,2})[月./-](\\d{1,2})日?", Pattern.CASE_INSENSITIVE);
    private static final Pattern PACKED = Pattern.compile("([MTSHR1-5])(\\d{2})(\\d{2})(\\d{2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern GREGORIAN = Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{2})(\\d{2}))");

    private EraDate() {
    }

    /** 令和8年11月1日; the first year is 元年. */
    public static String written(LocalDate day) {
        var era = Era.of(day).orElseThrow(() -> new DateTimeException("before the era table"));
        return era.label() + year(era, day) + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** R8.11.1, for narrow columns. */
    public static String brief(LocalDate day) {
        var era = Era.of(day).orElseThrow(() -> new DateTimeException("before the era table"));
        return era.letter() + "" + era.yearOf(day) + "." + day.getMonthValue() + "." + day.getDayOfMonth();
    }

    /** Reads a date. A day outside its era (昭和64年4月1日) is not silently moved: it is not read at all. */
    public static Optional<LocalDate> read(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
        var era = ERA.matcher(plain);
        if (era.matches()) {
            return inEra(era);
        }
        var packed = PACKED.matcher(plain);
        if (packed.matches()) {
            return inEra(packed);
        }
        var gregorian = GREGORIAN.matcher(plain);
        return gregorian.matches() ? gregorian(gregorian) : Optional.empty();
    }

    private static String year(Era era, LocalDate day) {
        var year = era.yearOf(day);
        return year == 1 ? "元" : String.valueOf(year);
    }

    private static Optional<LocalDate> inEra(Matcher parts) {
        return Era.named(parts.group(1)).flatMap(era -> day(era.gregorianYear(eraYear(parts.group(2))), parts.group(3), parts.group(4)).filter(era::contains));
    }

    private static int eraYear(String text) {
        return text.equals("元") ? 1 : Integer.parseInt(text);
    }

    private static Optional<LocalDate> gregorian(Matcher parts) {
        return parts.group(2) != null
                ? day(Integer.parseInt(parts.group(1)), parts.group(2), parts.group(3))
                : day(Integer.parseInt(parts.group(1)), parts.group(4), parts.group(5));
    }

    private static Optional<LocalDate> day(int year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
