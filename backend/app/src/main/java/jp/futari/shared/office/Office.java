package jp.futari.shared.office;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.futari.shared.calendar.BusinessCalendar;
import jp.futari.shared.calendar.NationalHolidays;
import jp.futari.shared.calendar.OfficeClosures;
import jp.futari.shared.jp.CheckDigits;

/** 庁の設定: one municipality's names, hours, switches and numbering, read once from {@code FUTARI_OFFICE_FILE}. */
public record Office(boolean fictitious, String product, Municipality municipality, List<Section> sections, List<Counter> counters, BusinessHours businessHours,
                     LevyRegime regime, Certificate certificate, InsuredNumbering insuredNumbering, DocumentNumbering documentNumbering, Levy levy,
                     Appeal appeal, Limits limits, Map<String, String> papers) {

    public Office {
        if (!CheckDigits.isInsurerNumber(municipality.insurerNumber())) {
            throw new IllegalArgumentException("the municipality's insurer number fails its check digit");
        }
        if (!CheckDigits.isMunicipalCode(municipality.code())) {
            throw new IllegalArgumentException("the municipality's code fails its check digit");
        }
    }

    /** 市町村. @param issuer who issues papers, e.g. みどり野市長 */
    public record Municipality(String name, String kana, String prefecture, String code, String insurerNumber, String issuer, String postalCode, String address,
                               String phone) {
    }

    /** 係. @param key as in {@code staff_member.section} */
    public record Section(String key, String name, String department, String phone) {
    }

    /** 窓口. */
    public record Counter(String no, String name, String section) {
    }

    /** 執務時間. @param yearEndFrom first day of the office's closing at the year's end, @param yearEndUntil its last */
    public record BusinessHours(@JsonFormat(pattern = "HH:mm") LocalTime opens, @JsonFormat(pattern = "HH:mm") LocalTime closes, String yearEndFrom,
                                String yearEndUntil) {

        /** 年末年始の休日 (条例, usually 29 December to 3 January). */
        public OfficeClosures closures() {
            return new OfficeClosures(MonthDay.parse("--" + yearEndFrom), MonthDay.parse("--" + yearEndUntil), Set.of());
        }
    }

    /** 証の有効期限. @param ordinaryEnd month and day, e.g. 07-31; @param years at most 5 (規6条3項) */
    public record Certificate(String ordinaryEnd, int years) {

        public Certificate {
            if (years < 1 || years > 5) {
                throw new IllegalArgumentException("a certificate is valid for one to five years (規6条3項)");
            }
        }

        /** The ordinary end of a paper issued on a day: the next such day, or as many years later as the city has set. */
        public LocalDate ordinaryEndAfter(LocalDate issuedOn) {
            LocalDate end = MonthDay.parse("--" + ordinaryEnd).atYear(issuedOn.getYear());
            return (end.isBefore(issuedOn) ? end.plusYears(1) : end).plusYears(years - 1L);
        }
    }

    /** 記号・番号の採番. @param symbol 記号; @param digits of the 番号; @param first the first number given out */
    public record InsuredNumbering(String symbol, int digits, long first) {

        /** @param running 0 for the first household */
        public String number(long running) {
            String text = Long.toString(first + running);
            if (text.length() > digits) {
                throw new IllegalStateException("the office has used up its insured numbers");
            }
            return "0".repeat(digits - text.length()) + text;
        }
    }

    /** 文書番号, e.g. み国保第123号. */
    public record DocumentNumbering(String prefix, String suffix) {
    }

    /** 賦課の期間制限に要る日. @param firstDue month and day of the year's first 納期限 */
    public record Levy(String firstDue) {

        public LocalDate firstDueIn(int fiscalYear) {
            return MonthDay.parse("--" + firstDue).atYear(fiscalYear);
        }
    }

    /** 教示. @param body to whom one may object; @param months within how many; @param lawsuitMonths for a lawsuit */
    public record Appeal(String body, int months, int lawsuitMonths) {
    }

    /** 上限と標準処理期間. @param enrollmentBusinessDays business days in which a notice of acquisition is dealt with */
    public record Limits(int ownOpenTasks, int returnsBeforeManager, int secondPersonMinutes, int idleWarnSeconds, int idleSeconds, int personsInOneNotice,
                         int enrollmentBusinessDays) {
    }

    /** 開庁日の暦 of this office. */
    public BusinessCalendar calendar() {
        return new BusinessCalendar(NationalHolidays.shipped(), businessHours.closures());
    }

    public Section section(String key) {
        return sections.stream().filter(section -> section.key().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the office has no section " + key));
    }

    /** The office's name of a paper, by its code. */
    public String paper(String code) {
        String label = papers.get(code);
        if (label == null) {
            throw new IllegalArgumentException("the office names no paper " + code);
        }
        return label;
    }
}
