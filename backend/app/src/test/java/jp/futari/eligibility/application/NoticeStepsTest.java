package jp.futari.eligibility.application;

import static org.assertj.core.api.BDDAssertions.then;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import jp.futari.Requirement;
import jp.futari.casework.spi.CaseKind.OpeningRequest;
import jp.futari.casework.spi.StepWork.Composition;
import jp.futari.casework.spi.StepWork.Finding;
import jp.futari.casework.spi.StepWork.Item;
import jp.futari.correspondence.PrintableText;
import jp.futari.eligibility.EligibilityLookup;
import jp.futari.eligibility.EligibilityRoom;
import jp.futari.eligibility.model.Enrollments;
import jp.futari.eligibility.model.InsuredNumbers;
import jp.futari.eligibility.process.DmnDecisionTables;
import jp.futari.mynumber.NumberFinding;
import jp.futari.shared.FieldProblem;
import jp.futari.shared.Refused;
import jp.futari.shared.office.OfficeConfiguration;
import org.assertj.core.api.BDDAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.support.TransactionTemplate;

/** 受付・審査・決定: the three steps over an invented household, with the real tables and registers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeStepsTest {

    private static final String CANDIDATE = "11111111-1111-4111-8111-111111111111";

    private EligibilityRoom room;
    private final DmnDecisionTables tables = new DmnDecisionTables();
    private final InventedCity city = new InventedCity();
    /** Fonts belong to another room; here every character prints unless a test says otherwise. */
    private final PrintableText glyphs = mock(PrintableText.class);
    private EmptyVault vault;
    private ReceivingNotification receiving;
    private ReviewingNotification reviewing;
    private DecidingEnrollment deciding;
    private NoticeRules rules;

    @BeforeAll
    void open() {
        room = new EligibilityRoom();
        vault = new EmptyVault();
        rules = new NoticeRules(tables, OfficeConfiguration.demo());
        var reader = new NoticeFacts.Reader(city);
        var judging = new JudgingNotification(rules, room.get(Enrollments.class));
        var numbers = new JudgingNumbers(vault, new ConfirmationList(room.jdbc()));
        var received = new ReceivedNotice(reader, judging);
        receiving = new ReceivingNotification(reader, new EntryRules(rules), new ComparingPersons(city), numbers, judging, city);
        reviewing = new ReviewingNotification(received, rules);
        deciding = new DecidingEnrollment(received, rules, numbers, room.get(InsuredNumbers.class), new DecisionFacts(room.get(EligibilityLookup.class)), glyphs);
    }

    @AfterAll
    void close() {
        room.close();
    }

    // 受付

    @Test
    @DisplayName("住民票と同じ項目は、確認者に聞かない。氏名だけは、同じでもかならず聞く")
    @Requirement({"NHI-QUA-01", "WORK-05"})
    void what_the_register_says_is_settled_by_the_machine() {
        var composed = receive(aNotice());
        then(composed.problems()).isEmpty();
        then(composed.system()).containsOnlyKeys("address", "persons.0.kana", "persons.0.birthDate", "persons.0.sex", "persons.0.relationship");
        then(composed.subject().orElseThrow().addressees()).containsExactly(InventedCity.HEAD);
        then(composed.rules()).extracting(rule -> rule.decision()).contains("AcquisitionDate", "NotificationDeadline", "RequiredDocuments");
    }

    @Test
    @DisplayName("異体字は同じ人とみて、証には住民票の字を使うと知らせる")
    void a_variant_character_is_the_same_person() {
        var composed = receive(aNotice(values -> person(values, 0, InventedCity.SPOUSE, "試験　高子", "1982-06-06", "female", "妻")));
        then(composed.problems()).isEmpty();
        then(codes(composed)).contains("eligibility.person.name-written-otherwise");
        then(composed.system()).doesNotContainKey("persons.0.name");
    }

    @Test
    @DisplayName("同じ世帯のほかの人に当たる行は、結び付ける前に止める")
    @Requirement({"ACQ-14", "MANUAL-02"})
    void a_row_that_fits_another_member_is_stopped() {
        var composed = receive(aNotice(values -> person(values, 0, InventedCity.HEAD, "試験　髙子", "1982-06-06", "female", "妻")));
        thenProblem(composed, "persons.0.addresseeNo", "eligibility.person.another-member-fits");
    }

    @Test
    @DisplayName("氏名も生年月日もちがう人は、送れない")
    void a_row_that_fits_nobody_is_stopped() {
        thenProblem(receive(aNotice(values -> person(values, 0, InventedCity.HEAD, "別人　次郎", "1999-09-09", "male", "世帯主"))), "persons.0.addresseeNo",
                "eligibility.person.not-the-same");
    }

    @Test
    @DisplayName("世帯主の世帯にいない人は、送れない")
    void a_person_of_another_household_is_stopped() {
        thenProblem(receive(aNotice(values -> person(values, 0, InventedCity.STRANGER, "架空　花子", "1975-03-03", "female", "妻"))), "persons.0.addresseeNo",
                "eligibility.person.other-household");
    }

    @Test
    @DisplayName("知らない宛名番号、同じ人の2行、人のいない届は、送れない")
    void unknown_double_and_missing_people_are_stopped() {
        thenProblem(receive(aNotice(values -> person(values, 0, "9999999999", "試験　太郎", "1980-05-05", "male", "世帯主"))), "persons.0.addresseeNo", "eligibility.person.unknown");
        thenProblem(receive(aNotice(values -> values.withArray("persons").add(values.path("persons").path(0).deepCopy()))), "persons.1.addresseeNo", "eligibility.person.twice");
        thenProblem(receive(aNotice(values -> values.putArray("persons"))), "persons", "eligibility.notice.nobody");
        thenProblem(receive(aNotice(values -> values.put("headAddresseeNo", "9999999999"))), "headAddresseeNo", "eligibility.head.unknown");
    }

    @DisplayName("入力のまちがいは、項目ごとに文で返す")
    @ParameterizedTest(name = "{0}={1} → {2}: {3}")
    @CsvSource(nullValues = "-", value = {
        "previousInsurerNumber,06990015,previousInsurerNumber,eligibility.notice.insurer-number",
        "previousInsurer,'',previousInsurer,eligibility.notice.previous-insurer-missing",
        "previousLossOn,2026-11-03,previousLossOn,eligibility.notice.loss-day-apart",
        "eventOn,2026-11-99,eventOn,eligibility.notice.day-uncertain",
        "eventOn,1979-01-01,persons.0.birthDate,eligibility.notice.born-after-event",
        "reason,birth,persons.0.birthDate,eligibility.notice.birth-day-differs",
        "reason,moved-in,reason,eligibility.notice.reason-without-rule",
        "notifier,agent,agentAuthority,eligibility.notice.agent-without-authority"})
    @Requirement({"ACQ-20", "ACQ-21"})
    void a_typing_mistake_comes_back_with_a_sentence(String key, String value, String field, String code) {
        var composed = receive(aNotice(values -> values.put(key, value)));
        thenProblem(composed, field, code);
        then(composed.items()).isEmpty();
        composed.problems().forEach(problem -> then(problem.params().get("sentence")).endsWith("。"));
    }

    @Test
    @DisplayName("別の世帯の代理人は委任状がなければ受け付けられない。同じ世帯なら要らない")
    @Requirement({"ACQ-01", "ITEM-21"})
    void an_agent_of_another_household_needs_a_letter() {
        thenProblem(receive(aNotice(values -> values.put("notifier", "agent").put("agentAuthority", "letter").put("agentName", "架空　代理"))), "documents",
                "eligibility.notice.letter-of-attorney-missing");
        then(receive(aNotice(values -> values.put("notifier", "agent").put("agentAuthority", "same-household").put("agentName", "試験　髙子"))).problems()).isEmpty();
        then(receive(aNotice(values -> {
            values.put("notifier", "agent").put("agentAuthority", "letter").put("agentName", "架空　代理");
            values.withArray("documents").add("letter-of-attorney");
        })).problems()).isEmpty();
    }

    @Test
    @DisplayName("4条の届は適用だけ。社保離脱の欄がなくても受け付ける")
    void a_notice_of_article_four() {
        var composed = receive(aNotice(values -> {
            values.put("notificationKind", "inside-prefecture").put("reason", "moved-in").put("previousAddress", "架空県となり野市1番");
            values.remove(List.of("previousInsurer", "previousInsurerNumber", "previousLossOn"));
        }));
        then(composed.problems()).isEmpty();
        then(composed.rules()).anyMatch(rule -> rule.row().equals("Rule_AcquisitionDate_InsideMovedIn") && rule.article().equals("規4条"));
    }

    @Test
    @DisplayName("出生の届は、生まれた日に資格を取得する")
    void a_birth_is_noticed_for_the_child() {
        var composed = receive(aNotice(values -> {
            values.put("reason", "birth").put("eventOn", "2026-10-20");
            values.remove(List.of("previousInsurer", "previousInsurerNumber", "previousLossOn"));
            values.putArray("documents").add("mother-child-handbook");
            person(values, 0, InventedCity.CHILD, "試験　一郎", "2026-10-20", "male", "子");
        }));
        then(composed.problems()).isEmpty();
        then(codes(composed)).contains("eligibility.notice.late");
    }

    @Test
    @DisplayName("遅れた届とさかのぼる月を知らせる。打ち直す日は文に出さない")
    @Requirement("WORK-05")
    void lateness_is_told_without_naming_the_days_to_be_typed_again() {
        var composed = receive(aNotice(values -> values.put("eventOn", "2026-01-14").put("previousLossOn", "2026-01-15")));
        then(codes(composed)).contains("eligibility.notice.late", "eligibility.notice.retroactive");
        then(composed.findings()).allSatisfy(finding -> then(finding.message()).doesNotContain("15日", "01-15"));
        then(messages(composed)).anyMatch(message -> message.contains("10か月") && message.contains("2つの年度"));
    }

    @Test
    @DisplayName("足りない書類は名を挙げて知らせる")
    @Requirement("ACQ-13")
    void missing_papers_are_named() {
        var composed = receive(aNotice(values -> values.putArray("documents")));
        then(messages(composed)).anyMatch(message -> message.startsWith("資格喪失証明書がまだありません"));
    }

    @Test
    @DisplayName("75歳に達した人、資格のある人は、受け付けるが認められないと知らせる")
    void what_the_law_forbids_is_received_and_told() {
        var old = receive(aNotice(values -> person(values, 0, InventedCity.OLD, "試験　寿", "1951-11-01", "male", "父")));
        then(old.problems()).isEmpty();
        then(blocks(old)).containsExactly("eligibility.person.late-stage");
    }

    @Test
    @DisplayName("外国人は在留資格と満了日が要る。終わっていれば認められない")
    void foreigners_bring_their_residence_status() {
        Consumer<ObjectNode> alex = values -> person(values, 0, InventedCity.FOREIGNER, "テスト　アレックス", "1990-01-01", "male", "同居人");
        thenProblem(receive(aNotice(alex)), "persons.0.residenceStatus", "eligibility.person.residence-missing");
        var permanent = receive(aNotice(alex.andThen(values -> ((ObjectNode) values.path("persons").path(0)).put("residenceStatus", "永住者"))));
        then(permanent.problems()).isEmpty();
        var over = receive(aNotice(alex.andThen(values -> ((ObjectNode) values.path("persons").path(0)).put("residenceStatus", "技術").put("residenceUntil", "2026-11-09"))));
        then(blocks(over)).containsExactly("eligibility.person.residence-over");
        var designated = receive(aNotice(alex.andThen(values -> ((ObjectNode) values.path("persons").path(0)).put("residenceStatus", "特定活動").put("residenceUntil", "2027-11-17"))));
        then(messages(designated)).anyMatch(message -> message.contains("指定書"));
    }

    @Test
    @DisplayName("番号がほかの家族のものなら、行のまちがいとして打ち直す")
    @Requirement({"ACQ-17", "MANUAL-02"})
    void a_number_of_another_member_is_typed_again() {
        vault.odd.put(InventedCity.HEAD, NumberFinding.BOUND_TO_HOUSEHOLD_MEMBER);
        try {
            thenProblem(receive(aNotice(NoticeStepsTest::withNumber)), "persons.0.personalNumber", "eligibility.number.bound-to-household-member");
        } finally {
            vault.odd.clear();
        }
    }

    @Test
    @DisplayName("番号の空白と違う番号は、確認リストにのる")
    @Requirement({"ACQ-17", "ACQ-18", "MANUAL-06"})
    void blank_and_different_numbers_go_to_the_confirmation_list() {
        var blank = new AStep();
        receiveIn(blank, aNotice());
        then(listed(blank)).containsExactly("blank-number");
        vault.odd.put(InventedCity.HEAD, NumberFinding.DIFFERENT_NUMBER);
        var different = new AStep();
        try {
            then(receiveIn(different, aNotice(NoticeStepsTest::withNumber)).problems()).isEmpty();
        } finally {
            vault.odd.clear();
        }
        then(listed(different)).containsExactly("different-number");
    }

    @Test
    @DisplayName("番号が登録済みの人の空白は、確認リストにのらない")
    void a_blank_number_of_a_bound_person_is_no_finding() {
        vault.bound.add(InventedCity.HEAD);
        var step = new AStep();
        try {
            then(codes(receiveIn(step, aNotice()))).contains("eligibility.number.registered-already");
        } finally {
            vault.bound.clear();
        }
        then(listed(step)).isEmpty();
    }

    @Test
    @DisplayName("開いたとき、窓口で選んだ人を住民票から入れておく")
    void the_entry_opens_with_the_person_chosen_at_the_counter() {
        var values = receiving.prefill(new AStep().openedWith("subjectAddressee", InventedCity.SPOUSE).openedWith("reason", "left-dependant"));
        then(values.path("headAddresseeNo").asText()).isEqualTo(InventedCity.HEAD);
        then(values.path("persons").path(0).path("name").asText()).isEqualTo("試験　髙子");
        then(values.path("reason").asText()).isEqualTo("left-dependant");
        then(receiving.registerValues(new AStep(), values).get("persons.0.name").source()).isEqualTo("住民票");
    }

    // 審査

    @Test
    @DisplayName("審査の取得日は規則どおりでなければ送れない")
    @Requirement("NHI-QUA-01")
    void the_reviewed_day_must_be_the_day_of_the_rule() {
        var step = new AStep().after(ReceivingNotification.STEP, aNotice());
        then(inTransaction(() -> reviewing.compose(step, review("2026-11-01", "no"))).problems()).isEmpty();
        thenProblem(inTransaction(() -> reviewing.compose(step, review("2026-11-02", "no"))), "acquisitionOn", "eligibility.review.day-against-rule");
        thenProblem(inTransaction(() -> reviewing.compose(step, review("2026-11-01", "yes"))), "retroactive", "eligibility.review.retroactive-against-rule");
        then(inTransaction(() -> reviewing.registerValues(step, JsonNodeFactory.instance.objectNode())).get("acquisitionOn").value()).isEqualTo("2026-11-01");
    }

    @Test
    @DisplayName("審査の根拠には、確認者が打ち直す日を出さない")
    void the_basis_of_the_review_does_not_name_the_day() {
        var step = new AStep().after(ReceivingNotification.STEP, aNotice());
        then(reviewing.basis(step)).isNotEmpty().allSatisfy(fact -> then(fact.value()).doesNotContain("11月1日"));
    }

    @Test
    @DisplayName("資格のない人を「ある」とは審査できない")
    void nobody_the_law_excludes_is_reviewed_as_eligible() {
        var step = new AStep().after(ReceivingNotification.STEP, aNotice(values -> person(values, 0, InventedCity.OLD, "試験　寿", "1951-11-01", "male", "父")));
        thenProblem(inTransaction(() -> reviewing.compose(step, review("2026-11-01", "no"))), "eligible", "eligibility.review.not-eligible");
    }

    @Test
    @DisplayName("足りない書類があるのに「そろっている」とは審査できない")
    void papers_that_are_missing_are_not_complete() {
        var step = new AStep().after(ReceivingNotification.STEP, aNotice(values -> values.putArray("documents")));
        thenProblem(inTransaction(() -> reviewing.compose(step, review("2026-11-01", "no"))), "documentsComplete", "eligibility.review.papers-missing");
    }

    @DisplayName("住基ネットの照会は、4情報か、住所を入れた3情報でなければ認めない")
    @Requirement("MANUAL-07")
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"name birthDate sex address, true", "name birthDate address, true", "name sex address, true", "birthDate sex address, true", "name birthDate sex, false", "name address, false",
            "address, false"})
    void an_inquiry_is_made_with_four_data_or_three_with_the_address(String used, boolean allowed) {
        var step = new AStep().after(ReceivingNotification.STEP, aNotice());
        var review = review("2026-11-01", "no").put("residentInquiry", "made").put("inquiryResult", "one");
        List.of(used.split(" ")).forEach(review.withArray("inquiryData")::add);
        var composition = inTransaction(() -> reviewing.compose(step, review));
        if (allowed) {
            then(composition.problems()).isEmpty();
        } else {
            thenProblem(composition, "inquiryData", "eligibility.review.inquiry-with-too-little");
        }
    }

    @Test
    @DisplayName("照会しなかったことも、システムは確かめたことにしない。2人目が答える")
    @Requirement({"MANUAL-02", "MANUAL-07"})
    void that_no_inquiry_was_made_is_left_to_the_second_person() {
        var step = new AStep().after(ReceivingNotification.STEP, aNotice());
        then(inTransaction(() -> reviewing.compose(step, review("2026-11-01", "no"))).system()).doesNotContainKey("residentInquiry").containsKey("retroactive");
    }

    // 決定

    @Test
    @DisplayName("認める決定は、一人ごとに登録・番号・証の内容をすべて持つ")
    @Requirement({"NHI-QUA-01", "NHI-QUA-03", "WORK-04", "ITEM-69", "ITEM-70"})
    void an_approval_carries_everything_its_effects_will_do() {
        var composed = decide(withTwo(), "approve", "eligibility-certificate", "eligibility-notice");
        then(composed.problems()).isEmpty();
        then(composed.answers()).containsEntry("decision", "approve");
        then(effects(composed)).containsExactly("register-enrollment", "bind-number", "print-certificate", "register-enrollment", "print-certificate");
        JsonNode certificate = item(composed, "print-certificate", 0).content();
        then(certificate.path("paper").asText()).isEqualTo("eligibility-certificate");
        then(certificate.path("startKind").asText()).isEqualTo("acquisition");
        then(certificate.path("startsOn").asText()).isEqualTo("2026-11-01");
        then(certificate.path("validUntil").asText()).isEqualTo("2027-07-31");
        then(certificate.path("headName").asText()).isEqualTo("試験　太郎");
        then(certificate.path("recipient").path("address").asText()).contains("みどり野市");
        JsonNode notice = item(composed, "print-certificate", 1).content();
        then(notice.has("validUntil")).isFalse();
        then(notice.path("name").asText()).isEqualTo("試験　髙子");
        then(certificate.path("branch").asText()).isNotEqualTo(notice.path("branch").asText());
        then(certificate.path("number").asText()).isEqualTo(notice.path("number").asText());
        JsonNode binding = item(composed, "bind-number", 0).content();
        then(binding.path("candidate").asText()).isEqualTo(CANDIDATE);
        then(binding.path("addresseeNo").asText()).isEqualTo(InventedCity.HEAD);
        then(EnrollmentContent.from(item(composed, "register-enrollment", 0).content()).on()).isEqualTo(LocalDate.of(2026, 11, 1));
        then(composed.subject().orElseThrow().insuredNumber()).startsWith("みどり・");
    }

    @Test
    @DisplayName("もう一度組み立てても、番号は変わらない")
    void composing_again_proposes_the_same_numbers() {
        var first = decide(withTwo(), "approve", "eligibility-certificate", "eligibility-notice");
        var second = decide(withTwo(), "approve", "eligibility-certificate", "eligibility-notice");
        then(item(first, "print-certificate", 0).content().path("branch")).isEqualTo(item(second, "print-certificate", 0).content().path("branch"));
    }

    @Test
    @DisplayName("ほかの人の番号は、決定しても結び付けない")
    @Requirement("ACQ-17")
    void a_number_bound_to_another_is_never_bound_over() {
        vault.odd.put(InventedCity.HEAD, NumberFinding.BOUND_TO_ANOTHER);
        try {
            var composed = decide(withTwo(), "approve", "eligibility-certificate", "eligibility-notice");
            then(composed.problems()).isEmpty();
            then(effects(composed)).doesNotContain("bind-number");
        } finally {
            vault.odd.clear();
        }
    }

    @Test
    @DisplayName("証の種類は規則どおり。マイナ保険証の人への資格確認書は、申請が要ると知らせる")
    void the_paper_follows_the_rule() {
        thenProblem(decide(withTwo(), "approve", "eligibility-notice", "eligibility-notice"), "certificates.0.kind", "eligibility.decision.paper-against-rule");
        var applied = decide(withTwo(), "approve", "eligibility-certificate", "eligibility-certificate");
        then(applied.problems()).isEmpty();
        then(codes(applied)).contains("eligibility.decision.certificate-on-application");
    }

    @Test
    @DisplayName("印刷できない字のある人は、字の符号を挙げて決定の前に止める")
    @Requirement("NHI-QUA-03")
    void a_name_that_cannot_be_printed_stops_the_ruling() {
        given(glyphs.missing("試験　髙子")).willReturn(List.of("U+9AD9"));
        var composed = decide(withTwo(), "approve", "eligibility-certificate", "eligibility-notice");
        reset(glyphs);
        thenProblem(composed, "decision", "eligibility.decision.glyph-missing");
        then(composed.problems().get(0).params().get("sentence")).contains("U+9AD9");
    }

    @Test
    @DisplayName("認めない決定は、何も登録しない")
    void a_refusal_carries_nothing() {
        var composed = decide(withTwo(), "refuse", "eligibility-certificate", "eligibility-notice");
        then(composed.items()).isEmpty();
        then(composed.answers()).containsEntry("decision", "refuse");
    }

    @Test
    @DisplayName("法が許さない人は、認められない")
    void nobody_the_law_excludes_is_approved() {
        var old = aNotice(values -> person(values, 0, InventedCity.OLD, "試験　寿", "1951-11-01", "male", "父"));
        thenProblem(decide(old, "approve", "eligibility-certificate"), "decision", "eligibility.decision.not-eligible");
    }

    @Test
    @DisplayName("決定の基礎には、日・規則・条文・さかのぼる年度が出る")
    void the_ruling_sees_day_rule_article_and_years() {
        var step = new AStep().after(ReceivingNotification.STEP, aNotice(values -> values.put("eventOn", "2026-01-14").put("previousLossOn", "2026-01-15")));
        var basis = inTransaction(() -> deciding.basis(step)).toString();
        then(basis).contains("令和8年1月15日", "法7条", "3か月", "7か月", "令和10年1月15日", "資格確認書");
        var spouseOnly = new AStep().after(ReceivingNotification.STEP, aNotice(values -> person(values, 0, InventedCity.SPOUSE, "試験　髙子", "1982-06-06", "female", "妻")));
        then(inTransaction(() -> deciding.basis(spouseOnly)).toString()).contains("擬制世帯主");
    }

    // 案件の種類

    @Test
    @DisplayName("案件の題、期限、受付の方法")
    @Requirement({"ACQ-05", "ACQ-11"})
    void the_case_knows_its_title_deadline_and_channels() {
        var kind = new EnrollmentCase(rules, tables, city);
        var params = JsonNodeFactory.instance.objectNode().put("reason", "left-employer-insurance");
        var opening = kind.open(new OpeningRequest("counter", AStep.TODAY, InventedCity.SPOUSE, null, false, params));
        then(opening.title()).isEqualTo("資格取得届（社保離脱）");
        then(opening.householdName()).isEqualTo("試験　太郎");
        then(opening.addressees()).containsExactly(InventedCity.SPOUSE, InventedCity.HEAD);
        // 18 November 2026 is a Wednesday; Monday the 23rd is a holiday: the fifth business day is Thursday the 26th
        then(opening.due()).isEqualTo("2026-11-26T08:15:00Z");
        then(opening.variables()).containsKey("reminderDue");
        then(kind.channels()).extracting(channel -> channel.key()).contains("counter", "mail").doesNotContain("e-mail", "flash-memory");
        BDDAssertions.thenThrownBy(() -> kind.open(new OpeningRequest("e-mail", AStep.TODAY, null, null, false, params))).isInstanceOf(Refused.class);
        BDDAssertions.thenThrownBy(() -> kind.open(new OpeningRequest("counter", AStep.TODAY, null, null, false, params.deepCopy().put("source", "private-business"))))
                .isInstanceOf(Refused.class).hasMessage("eligibility.intake.source-not-allowed");
    }

    // fixtures that speak

    private static ObjectNode aNotice() {
        return aNotice(values -> { });
    }

    /** The head of household left his employer's insurance on 31 October 2026. */
    private static ObjectNode aNotice(Consumer<ObjectNode> change) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        values.put("notificationKind", "exclusion-ended").put("notifiedOn", "2026-11-10").put("reason", "left-employer-insurance").put("notifier", "head")
                .put("eventOn", "2026-10-31").put("previousInsurer", "みどり野商工健康保険組合").put("previousInsurerNumber", "06990014").put("previousLossOn", "2026-11-01")
                .put("headAddresseeNo", InventedCity.HEAD).put("headName", "試験　太郎").put("postalCode", "0000001").put("address", "架空県みどり野市本町一丁目1番1号")
                .put("identityCheck", "my-number-card");
        values.putArray("documents").add("loss-certificate").add("number-document");
        values.putArray("persons").addObject();
        person(values, 0, InventedCity.HEAD, "試験　太郎", "1980-05-05", "male", "世帯主");
        change.accept(values);
        return values;
    }

    private static void person(ObjectNode values, int row, String no, String name, String birth, String sex, String relationship) {
        ObjectNode person = (ObjectNode) values.path("persons").path(row);
        person.put("addresseeNo", no).put("name", name).put("kana", no.equals(InventedCity.HEAD) ? "シケン　タロウ" : "シケン").put("birthDate", birth).put("sex", sex)
                .put("relationship", relationship).put("mynaInsurance", "no");
    }

    private static void withNumber(ObjectNode values) {
        ((ObjectNode) values.path("persons").path(0)).put("personalNumber", CANDIDATE);
    }

    private static ObjectNode withTwo() {
        return aNotice(values -> {
            withNumber(values);
            values.withArray("persons").addObject();
            person(values, 1, InventedCity.SPOUSE, "試験　髙子", "1982-06-06", "female", "妻");
            ((ObjectNode) values.path("persons").path(1)).put("mynaInsurance", "yes");
        });
    }

    private static ObjectNode review(String on, String retroactive) {
        return JsonNodeFactory.instance.objectNode().put("documentsComplete", "yes").put("eligible", "yes").put("acquisitionOn", on).put("retroactive", retroactive)
                .put("residentInquiry", "not-made");
    }

    private Composition receive(ObjectNode values) {
        return receiveIn(new AStep(), values);
    }

    private Composition receiveIn(AStep step, ObjectNode values) {
        return inTransaction(() -> receiving.compose(step, values));
    }

    private Composition decide(ObjectNode notice, String decision, String... papers) {
        var step = new AStep().after(ReceivingNotification.STEP, notice).after(ReviewingNotification.STEP, review("2026-11-01", "no"));
        ObjectNode values = inTransaction(() -> deciding.prefill(step)).put("decision", decision);
        for (int row = 0; row < papers.length; row++) {
            ((ObjectNode) values.path("certificates").path(row)).put("kind", papers[row]);
        }
        return inTransaction(() -> deciding.compose(step, values));
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return room.get(TransactionTemplate.class).execute(status -> work.get());
    }

    private List<String> listed(AStep step) {
        return room.jdbc().sql("SELECT reason FROM number_confirmation WHERE case_id = ?").param(step.caseId()).query(String.class).list();
    }

    private static List<String> codes(Composition composed) {
        return composed.findings().stream().map(Finding::code).toList();
    }

    private static List<String> messages(Composition composed) {
        return composed.findings().stream().map(Finding::message).toList();
    }

    private static List<String> blocks(Composition composed) {
        return composed.findings().stream().filter(finding -> finding.level().equals("block")).map(Finding::code).toList();
    }

    private static List<String> effects(Composition composed) {
        return composed.items().stream().map(item -> item.effects().iterator().next()).toList();
    }

    private static Item item(Composition composed, String effect, int nth) {
        return composed.items().stream().filter(item -> item.effects().contains(effect)).skip(nth).findFirst().orElseThrow();
    }

    private static void thenProblem(Composition composed, String field, String code) {
        then(composed.problems()).extracting(FieldProblem::key, FieldProblem::code).contains(BDDAssertions.tuple(field, code));
    }
}
