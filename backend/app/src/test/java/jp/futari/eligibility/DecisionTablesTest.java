package jp.futari.eligibility;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import jp.futari.Requirement;
import jp.futari.eligibility.model.AcquisitionDates;
import jp.futari.eligibility.model.CertificateRules;
import jp.futari.eligibility.model.IntakeRules;
import jp.futari.eligibility.model.NotificationDeadlines;
import jp.futari.eligibility.model.RequiredPapers;
import jp.futari.eligibility.process.DmnDecisionTables;
import jp.futari.shared.calendar.BusinessCalendar;
import jp.futari.shared.office.OfficeConfiguration;
import jp.futari.shared.rules.DecisionTables;
import jp.futari.shared.rules.NoRowFired;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTablesTest {

    private static final DmnDecisionTables DMN = new DmnDecisionTables();
    private static final Set<String> FIRED = new HashSet<>();
    private static final DecisionTables TABLES = (decision, facts) -> {
        var row = DMN.ask(decision, facts);
        FIRED.add(row.row());
        return row;
    };

    /** The last word of this class: a row that no example fires is a rule nobody has read. */
    @AfterAll
    static void every_row_of_every_table_was_fired() {
        var rows = DMN.decisions().stream().flatMap(decision -> DMN.rowsOf(decision).stream()).toList();
        then(FIRED).containsAll(rows);
    }

    @DisplayName("資格取得日は、届の種類と事由で決まる日の、当日か翌日")
    @ParameterizedTest(name = "{0} {1}: 異動 {2}, 喪失 {3} → {4}（{5}, {6}）")
    @CsvSource(nullValues = "-", value = {
        "into-prefecture,moved-in,2026-11-01,-,2026-11-01,false,法7条・規2条",
        "into-prefecture,birth,2028-02-29,-,2028-02-29,false,法7条・規2条",
        "into-prefecture,residence-status,2026-04-01,-,2026-04-01,false,法7条・規1条1号・規2条",
        "into-prefecture,other,2026-04-01,-,2026-04-01,false,法7条・規2条",
        "exclusion-ended,left-employer-insurance,2026-10-31,2026-11-01,2026-11-01,false,法6条1号から4号まで・法7条・規3条",
        "exclusion-ended,left-employer-insurance,2026-10-31,-,2026-11-01,false,法6条1号から4号まで・法7条・規3条",
        "exclusion-ended,left-employer-insurance,2028-02-28,-,2028-02-29,false,法6条1号から4号まで・法7条・規3条",
        "exclusion-ended,left-employer-insurance,2027-02-28,-,2027-03-01,false,法6条1号から4号まで・法7条・規3条",
        "exclusion-ended,left-employer-insurance,2026-03-31,-,2026-04-01,false,法6条1号から4号まで・法7条・規3条",
        "exclusion-ended,left-employer-insurance,2026-12-31,-,2027-01-01,false,法6条1号から4号まで・法7条・規3条",
        "exclusion-ended,left-dependant,2026-09-30,2026-10-01,2026-10-01,false,法6条5号・6号・法7条・規3条",
        "exclusion-ended,left-dependant,2026-09-30,-,2026-10-01,false,法6条5号・6号・法7条・規3条",
        "exclusion-ended,left-society,2026-09-30,2026-10-01,2026-10-01,false,法6条10号・法7条・規3条",
        "exclusion-ended,left-society,2026-09-30,-,2026-10-01,false,法6条10号・法7条・規3条",
        "exclusion-ended,birth,2026-09-30,-,2026-09-30,false,法7条・規3条",
        "exclusion-ended,assistance-ended,2026-09-30,-,2026-09-30,false,法6条9号・法7条・規3条",
        "exclusion-ended,late-stage-withdrawn,2026-09-30,2026-10-01,2026-10-01,false,法6条8号・法7条・規3条",
        "exclusion-ended,late-stage-withdrawn,2026-09-30,-,2026-10-01,false,法6条8号・法7条・規3条",
        "exclusion-ended,residence-status,2026-09-30,-,2026-09-30,false,法6条11号・規1条・法7条・規3条",
        "exclusion-ended,other,2026-09-30,-,2026-09-30,false,法7条・規3条",
        "inside-prefecture,moved-in,2026-04-01,-,2026-04-01,true,規4条",
        "inside-prefecture,other,2026-04-01,-,2026-04-01,true,規4条",
    })
    @Requirement({"NHI-QUA-01", "WORK-05"})
    void the_acquisition_date_follows_from_kind_and_reason(String kind, String reason, LocalDate eventOn, LocalDate lossOn, LocalDate expected, boolean coverageOnly,
                                                           String article) {
        var acquisition = new AcquisitionDates(TABLES).of(kind, reason, eventOn, lossOn);
        then(acquisition.on()).isEqualTo(expected);
        then(acquisition.coverageOnly()).isEqualTo(coverageOnly);
        then(acquisition.rule().article()).isEqualTo(article);
        then(acquisition.rule().sentence()).isNotBlank();
    }

    @DisplayName("規則のない組み合わせは、推測せずに断る")
    @ParameterizedTest
    @CsvSource({"into-prefecture,left-employer-insurance", "into-prefecture,assistance-ended", "exclusion-ended,moved-in", "inside-prefecture,birth", "inside-prefecture,left-society", "elsewhere,moved-in"})
    void a_combination_without_a_rule_is_refused(String kind, String reason) {
        thenThrownBy(() -> new AcquisitionDates(TABLES).of(kind, reason, LocalDate.of(2026, 11, 1), null)).isInstanceOf(NoRowFired.class);
    }

    @DisplayName("事由・届出人・個人番号・特定活動が、求める書類を決める")
    @ParameterizedTest(name = "{0} {1}/{2} 番号{3} 特定活動{4} → {5}")
    @CsvSource(nullValues = "-", value = {
        "left-employer-insurance,head,-,true,false,loss-certificate number-document",
        "left-dependant,person,-,false,false,dependant-loss",
        "left-society,head,-,false,false,loss-certificate",
        "birth,head,-,false,false,mother-child-handbook",
        "assistance-ended,head,-,false,false,assistance-end-notice",
        "moved-in,agent,same-household,false,false,-",
        "moved-in,agent,legal,false,false,-",
        "moved-in,agent,letter,true,false,letter-of-attorney number-document",
        "late-stage-withdrawn,head,-,false,false,loss-certificate",
        "residence-status,person,-,false,true,residence-card designation",
        "other,head,-,false,false,-",
    })
    @Requirement({"ACQ-01", "ACQ-13"})
    void the_papers_follow_from_reason_notifier_number_and_status(String reason, String notifier, String authority, boolean number, boolean designated, String expected) {
        var papers = new RequiredPapers(TABLES).of(reason, notifier, authority, number, designated);
        then(papers.codes()).containsExactlyElementsOf(expected == null ? Set.<String>of() : Arrays.asList(expected.split(" ")));
        papers.codes().forEach(code -> then(OfficeConfiguration.demo().paper(code)).isNotBlank());
    }

    @Test
    @DisplayName("権限を示さない代理人の届には規則がない")
    void an_agent_without_authority_has_no_row() {
        thenThrownBy(() -> new RequiredPapers(TABLES).of("moved-in", "agent", null, false, false)).isInstanceOf(NoRowFired.class);
    }

    @DisplayName("証の種類は、交付日（2024年12月2日が境）とマイナ保険証で決まる")
    @ParameterizedTest
    @CsvSource({
        "2024-12-01,false,false,insured-card,false",
        "2024-12-01,true,false,insured-card,false",
        "2024-12-02,false,false,eligibility-certificate,true",
        "2024-12-02,true,false,eligibility-notice,true",
        "2026-11-21,true,true,eligibility-certificate,true",
        "2026-11-21,false,true,eligibility-certificate,true",
    })
    @Requirement({"NHI-QUA-03", "WORK-04"})
    void the_kind_of_certificate_changes_on_the_second_of_december_2024(LocalDate issuedOn, boolean myna, boolean protectedPerson, String kind, boolean issuable) {
        var row = new CertificateRules(TABLES, OfficeConfiguration.demo()).kind(issuedOn, myna, protectedPerson);
        then(row.text("kind")).isEqualTo(kind);
        then(row.yes("issuable")).isEqualTo(issuable);
    }

    @DisplayName("受け付けてよい方法のほかは断る（電子メール、フラッシュメモリ、庁内連携システムも）")
    @ParameterizedTest
    @CsvSource({"counter,true", "mail,true", "electronic-media,true", "dedicated-line,true", "information-network,true", "common-platform,true",
        "e-mail,false", "flash-memory,false", "internal-link,false", "telephone,false", "'',false"})
    @Requirement({"ACQ-06", "ACQ-07", "ACQ-11"})
    void channels_that_are_not_allowed_are_refused(String channel, boolean allowed) {
        then(new IntakeRules(TABLES).channel(channel).isAllowed()).isEqualTo(allowed);
    }

    @DisplayName("他部署と民間事業者からは受け付けない")
    @ParameterizedTest
    @CsvSource({"person,true", "head,true", "agent,true", "administrative-body,true", "local-government,true", "federation,true", "other-department,false",
        "private-business,false", "neighbour,false"})
    @Requirement({"ACQ-01", "ACQ-05"})
    void sources_that_are_not_allowed_are_refused(String source, boolean allowed) {
        then(new IntakeRules(TABLES).source(source).isAllowed()).isEqualTo(allowed);
    }

    @DisplayName("届出の期限は14日。初日を数えず、閉庁日なら次の開庁日")
    @ParameterizedTest
    @CsvSource({"into-prefecture,2026-11-02,2026-11-16", "exclusion-ended,2026-11-07,2026-11-24", "inside-prefecture,2026-12-15,2027-01-04"})
    @Requirement("WORK-05")
    void the_notice_is_due_in_fourteen_days(String kind, LocalDate fact, LocalDate due) {
        var deadline = new NotificationDeadlines(TABLES, BusinessCalendar.usual()).of(kind, fact);
        then(deadline.due()).isEqualTo(due);
        then(deadline.isLate(due)).isFalse();
        then(deadline.isLate(due.plusDays(1))).isTrue();
        then(deadline.rule().article()).contains("法9条1項");
    }

    @DisplayName("有効期限は7月31日。70歳の月末と75歳の誕生日の前日で切れる")
    @ParameterizedTest(name = "{0} 生 {1} 交付 {2} → {3}")
    @CsvSource(nullValues = "-", value = {
        "eligibility-certificate,1980-05-05,2026-11-21,2027-07-31",
        "eligibility-certificate,1980-05-05,2026-07-31,2026-07-31",
        "eligibility-certificate,1980-05-05,2026-08-01,2027-07-31",
        // reaches 70 on 31 March 2027, the day before the birthday: cut at the end of March
        "eligibility-certificate,1957-04-01,2026-11-21,2027-03-31",
        "eligibility-certificate,1957-04-02,2026-11-21,2027-04-30",
        // reaches 70 in July: the cut and the ordinary end are one day
        "eligibility-certificate,1957-07-15,2026-11-21,2027-07-31",
        // reaches 75 on the day before the birthday, which is the last day of 国保 (松野町)
        "eligibility-certificate,1952-03-01,2026-11-21,2027-02-28",
        "eligibility-certificate,1952-02-29,2026-11-21,2027-02-28",
        "eligibility-certificate,1952-08-01,2026-11-21,2027-07-31",
        "eligibility-certificate,1952-07-31,2026-11-21,2027-07-30",
        "eligibility-notice,1980-05-05,2026-11-21,-",
        "eligibility-notice,1955-05-05,2026-11-21,2027-07-31",
        "eligibility-notice,1952-03-01,2026-11-21,2027-02-28",
    })
    @Requirement({"NHI-QUA-03", "WORK-06"})
    void the_certificate_ends_on_31_july_or_at_70_or_75(String kind, LocalDate birth, LocalDate issuedOn, LocalDate until) {
        then(new CertificateRules(TABLES, OfficeConfiguration.demo()).validity(kind, issuedOn, birth).until()).isEqualTo(until);
    }

    @DisplayName("市が5年と決めても、交付日から5年を超えない")
    @ParameterizedTest(name = "生 {0} 交付 {1} → {2}")
    @CsvSource({
        // 31 July five years on is still within five years of an issue in August … and is not, of one before
        "1980-05-05,2026-08-01,2031-07-31",
        "1980-05-05,2026-07-31,2030-07-31",
        "1980-05-05,2026-11-21,2031-07-31",
        "1959-05-05,2026-11-21,2029-05-31",
        "1954-05-05,2026-11-21,2029-05-04",
    })
    @Requirement("NHI-QUA-03")
    void never_longer_than_five_years(LocalDate birth, LocalDate issuedOn, LocalDate until) {
        then(fiveYearOffice().validity("eligibility-certificate", issuedOn, birth).until()).isEqualTo(until);
    }

    @DisplayName("5年の終わりが先に来る行: 市の日が5年を超えるとき")
    @ParameterizedTest
    @CsvSource({"1980-05-05,2031-11-20", "1959-05-05,2029-05-31", "1954-05-05,2029-05-04"})
    void the_five_year_cut_wins_over_an_office_date_beyond_it(LocalDate birth, LocalDate until) {
        var issuedOn = LocalDate.of(2026, 11, 21);
        var facts = new TreeMap<String, Object>();
        facts.put("kind", "eligibility-certificate");
        facts.put("issuedOn", issuedOn);
        facts.put("ordinaryEnd", LocalDate.of(2032, 7, 31));
        facts.put("lastDayOfFiveYears", LocalDate.of(2031, 11, 20));
        facts.put("monthEndOfSeventy", birth.plusYears(70).minusDays(1).withDayOfMonth(31));
        facts.put("dayBeforeSeventyFive", birth.plusYears(75).minusDays(1));
        var row = TABLES.ask("CertificateValidity", facts);
        var expected = until.getYear() == 2031 ? "five-years" : birth.getYear() == 1959 ? "month-end-of-seventy" : "day-before-seventy-five";
        then(row.text("until")).isEqualTo(expected);
    }

    private static CertificateRules fiveYearOffice() {
        var demo = OfficeConfiguration.demo();
        return new CertificateRules(TABLES, new jp.futari.shared.office.Office(true, demo.product(), demo.municipality(), demo.sections(), demo.counters(),
                demo.businessHours(), demo.regime(), new jp.futari.shared.office.Office.Certificate("07-31", 5), demo.insuredNumbering(), demo.documentNumbering(),
                demo.levy(), demo.appeal(), demo.limits(), demo.papers()));
    }
}
