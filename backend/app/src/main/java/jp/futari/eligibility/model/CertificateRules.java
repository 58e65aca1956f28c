package jp.futari.eligibility.model;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import jp.futari.shared.LegalPeriod;
import jp.futari.shared.jp.LegalAge;
import jp.futari.shared.office.Office;
import jp.futari.shared.rules.DecisionTables;
import jp.futari.shared.rules.RuledRow;

/** 証の種類と有効期限 (法9条2項, 規6条3項・4項, 規7条の3): chosen by the day of issue, マイナ保険証 and the ages of 70 and 75. */
public final class CertificateRules {

    private static final int LONGEST_YEARS = 5;

    private final DecisionTables tables;
    private final Office.Certificate data;

    public CertificateRules(DecisionTables tables, Office office) {
        this.tables = tables;
        this.data = office.certificate();
    }

    public RuledRow kind(LocalDate issuedOn, boolean mynaInsurance, boolean protectedPerson) {
        return tables.ask("CertificateKind", Map.of("issuedOn", issuedOn, "mynaInsurance", mynaInsurance, "protectedPerson", protectedPerson));
    }

    public Validity validity(String kind, LocalDate issuedOn, LocalDate birthDate) {
        LocalDate ordinaryEnd = data.ordinaryEndAfter(issuedOn);
        LocalDate monthEndOfSeventy = LegalAge.reachedOn(birthDate, 70).with(TemporalAdjusters.lastDayOfMonth());
        LocalDate dayBeforeSeventyFive = LegalAge.reachedOn(birthDate, 75);
        LocalDate lastDayOfFiveYears = LegalPeriod.lastDayOfYears(issuedOn, LONGEST_YEARS);
        RuledRow row = tables.ask("CertificateValidity", Map.of("kind", kind, "issuedOn", issuedOn, "ordinaryEnd", ordinaryEnd,
                "monthEndOfSeventy", monthEndOfSeventy, "dayBeforeSeventyFive", dayBeforeSeventyFive, "lastDayOfFiveYears", lastDayOfFiveYears));
        return new Validity(switch (row.text("until")) {
            case "ordinary-end" -> ordinaryEnd;
            case "five-years" -> lastDayOfFiveYears;
            case "month-end-of-seventy" -> monthEndOfSeventy;
            case "day-before-seventy-five" -> dayBeforeSeventyFive;
            case "none" -> null;
            default -> throw new IllegalStateException("the table names an unknown end");
        }, row);
    }

    /** @param until 有効期限 (the last valid day), or null where the paper has none */
    public record Validity(LocalDate until, RuledRow rule) {
    }
}
