package jp.futari.correspondence.process;

import static org.assertj.core.api.BDDAssertions.then;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.futari.Requirement;
import jp.futari.casework.CaseDoor;
import jp.futari.casework.spi.StepWork.Composition;
import jp.futari.casework.spi.StepWork.StepContext;
import jp.futari.addressee.Addressees;
import jp.futari.correspondence.Papers;
import jp.futari.correspondence.PrintableText;
import jp.futari.correspondence.SamplePapers;
import jp.futari.correspondence.model.PaperKind;
import jp.futari.correspondence.model.SheetSerial;
import jp.futari.correspondence.persistence.PrintJobs;
import jp.futari.correspondence.persistence.PrintedDocument;
import jp.futari.correspondence.persistence.PrintedDocuments;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.FieldProblem;
import jp.futari.shared.OfficerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The steps with paper in the hand: what the machine can tell it tells, the rest two people count. */
class PaperStepsTest {

    private static final String ONE = SheetSerial.of(8, PaperKind.ELIGIBILITY_CERTIFICATE, 1).digits();
    private static final String TWO = SheetSerial.of(8, PaperKind.ELIGIBILITY_CERTIFICATE, 2).digits();
    private static final String OTHER_CASE = SheetSerial.of(8, PaperKind.ELIGIBILITY_CERTIFICATE, 3).digits();

    private final UUID caseId = UUID.randomUUID();
    private final PrintedDocuments documents = mock(PrintedDocuments.class);
    private final PrintJobs jobs = mock(PrintJobs.class);
    private final StepContext step = mock(StepContext.class);
    private final HandOverStep handOver = new HandOverStep(documents, jobs);
    private final SpoiledSheetStep spoiled = new SpoiledSheetStep(documents);

    @BeforeEach
    void two_sheets_are_printed() {
        when(step.caseId()).thenReturn(caseId);
        when(step.receivedOn()).thenReturn(LocalDate.of(2026, 11, 18));
        when(documents.ofCase(caseId)).thenReturn(List.of(sheet(ONE, caseId, "printed"), sheet(TWO, caseId, "printed")));
        when(jobs.ofCase(caseId)).thenReturn(List.of(new PrintJobs.Job(UUID.randomUUID(), "printed", List.of(), "h")));
    }

    @Test
    @DisplayName("印刷した用紙をすべて読み取り、数え、宛先が合えば、交付の中身ができる")
    @Requirement("MANUAL-01")
    void what_was_printed_is_packed() {
        Composition packed = handOver.compose(step, packing(List.of(ONE.substring(0, 2) + "-" + ONE.substring(2), TWO), 2, "みどり野市中央一丁目4番8号 架空団地302号室"));
        then(packed.problems()).isEmpty();
        then(packed.answers()).containsEntry("printResult", "packed");
        then(packed.items()).singleElement().satisfies(item -> {
            then(item.effects()).containsExactly("dispatch-certificate");
            then(item.content().path("serials")).hasSize(2);
        });
    }

    @Test
    @DisplayName("読み残し、よその用紙、二度読み、検査数字のちがう番号は送れない")
    void only_exactly_what_was_printed_is_packed() {
        then(code(handOver.compose(step, packing(List.of(ONE), 1, address())), "serials")).isEqualTo("correspondence.serial.sheet-left");
        then(code(handOver.compose(step, packing(List.of(ONE, OTHER_CASE), 2, address())), "serials")).isEqualTo("correspondence.serial.not-of-this-case");
        then(code(handOver.compose(step, packing(List.of(ONE, ONE), 2, address())), "serials")).isEqualTo("correspondence.serial.twice");
        then(code(handOver.compose(step, packing(List.of(ONE, "0810000019"), 2, address())), "serials")).isEqualTo("correspondence.serial.check-digit");
        then(code(handOver.compose(step, packing(List.of(ONE, TWO), 3, address())), "sheetCount")).isEqualTo("correspondence.sheets.not-as-scanned");
    }

    @Test
    @DisplayName("封筒のあて先が承認されたあて先とちがえば送れない")
    void the_envelope_has_the_approved_address() {
        then(code(handOver.compose(step, packing(List.of(ONE, TWO), 2, "みどり野市中央一丁目４番９号")), "addressOnEnvelope")).isEqualTo("correspondence.envelope.other-address");
    }

    @Test
    @DisplayName("ファイルのできていない用紙は渡せず、止まったわけが見える")
    void a_stopped_print_blocks_the_handing_over() {
        when(jobs.ofCase(caseId)).thenReturn(List.of(new PrintJobs.Job(UUID.randomUUID(), "stopped", List.of("U+2A6A5"), null)));
        then(code(handOver.compose(step, packing(List.of(ONE, TWO), 2, address())), "result")).isEqualTo("correspondence.print.not-made");
        then(handOver.findings(step, values("{}"))).singleElement().satisfies(finding -> {
            then(finding.level()).isEqualTo("block");
            then(finding.message()).contains("U+2A6A5");
        });
    }

    @Test
    @DisplayName("確認する人に見せる基礎の事実に、枚数も用紙番号もない")
    void the_second_count_is_blind() {
        then(handOver.basis(step).toString()).doesNotContain(ONE).doesNotContain(TWO).doesNotContain("2枚").contains("架空　花子");
    }

    @Test
    @DisplayName("刷り損じと答えれば、交付の中身はなく、刷り損じの工程へ行く")
    void a_spoiled_sheet_leaves_by_its_answer() {
        ObjectNode values = packing(List.of(ONE, TWO), 2, address());
        values.put("result", "spoiled");
        Composition composition = handOver.compose(step, values);
        then(composition.items()).isEmpty();
        then(composition.answers()).containsEntry("printResult", "spoiled");
    }

    @Test
    @DisplayName("刷り直しの中身は、刷り損じた用紙と同じ")
    void a_reprint_has_the_words_of_the_spoiled_sheet() {
        when(documents.bySerial(ONE)).thenReturn(Optional.of(sheet(ONE, caseId, "printed")));
        Composition composition = spoiled.compose(step, values("{\"serial\":\"%s\",\"reason\":\"torn\",\"destroyedBy\":\"shredder\"}".formatted(ONE)));
        then(composition.items()).singleElement().satisfies(item -> {
            then(item.effects()).containsExactly("reprint-certificate");
            then(item.content().path("content")).isEqualTo(SamplePapers.certificate("架空　花子"));
        });
    }

    @Test
    @DisplayName("よその案件の用紙や、もう手もとにない用紙は、刷り損じにできない")
    void only_a_sheet_in_hand_of_this_case_is_spoiled() {
        when(documents.bySerial(ONE)).thenReturn(Optional.of(sheet(ONE, UUID.randomUUID(), "printed")));
        then(code(spoiled.compose(step, values("{\"serial\":\"%s\"}".formatted(ONE))), "serial")).isEqualTo("correspondence.serial.not-of-this-case");
        when(documents.bySerial(TWO)).thenReturn(Optional.of(sheet(TWO, caseId, "dispatched")));
        then(code(spoiled.compose(step, values("{\"serial\":\"%s\"}".formatted(TWO))), "serial")).isEqualTo("correspondence.serial.not-in-hand");
        then(code(spoiled.compose(step, values("{\"serial\":\"123\"}")), "serial")).isEqualTo("correspondence.serial.check-digit");
    }

    @Test
    @DisplayName("書類の保管は0枚では送れず、番号の欄がある紙を「記載なし」とすれば知らせる")
    @Requirement({"MANUAL-03", "STORE-01", "MEDIA-01"})
    void papers_are_stored_with_their_count() {
        Papers papers = mock(Papers.class);
        when(papers.hasHiddenNumbers(caseId)).thenReturn(true);
        StorePapersStep store = new StorePapersStep(papers);
        then(code(store.compose(step, values("{\"sheets\":\"0\"}")), "sheets")).isEqualTo("correspondence.sheets.at-least-one");
        then(store.compose(step, values("{\"sheets\":\"3\"}")).problems()).isEmpty();
        then(store.findings(step, values("{\"containsNumber\":\"no\"}"))).hasSize(1);
        then(store.findings(step, values("{\"containsNumber\":\"yes\"}"))).isEmpty();
    }

    @Test
    @DisplayName("手で隠した書類があれば、番号が残っていないかを2人とも見る。なければ聞かない")
    @Requirement({"MANUAL-02", "MANUAL-03"})
    void papers_masked_by_hand_are_looked_at_by_both() {
        Papers papers = mock(Papers.class);
        StorePapersStep store = new StorePapersStep(papers);
        then(store.prefill(step).path("handMasks").asText()).isEqualTo("none");
        then(store.compose(step, values("{\"sheets\":\"3\",\"handMasks\":\"none\"}")).system()).containsKey("handMasks");
        when(papers.handMasked(caseId)).thenReturn(List.of(new Papers.HandMasked("委任状", List.of(2, 0))));
        then(store.prefill(step).has("handMasks")).isFalse();
        then(store.basis(step)).singleElement().satisfies(fact -> then(fact.value()).isEqualTo("委任状：1ページ 2か所、2ページ 番号なし"));
        then(code(store.compose(step, values("{\"sheets\":\"3\",\"handMasks\":\"none\"}")), "handMasks")).isEqualTo("correspondence.masks.not-looked-at");
        then(store.compose(step, values("{\"sheets\":\"3\",\"handMasks\":\"seen\"}")).system()).isEmpty();
    }

    @Test
    @DisplayName("却下の通知は世帯主にあて、却下の理由と対象の人を書く")
    void a_refusal_is_told_to_the_head_of_the_household() {
        Addressees addressees = mock(Addressees.class);
        when(addressees.find(any(), any())).thenReturn(Optional.empty());
        PrintableText printable = mock(PrintableText.class);
        when(printable.missing(any())).thenReturn(List.of());
        when(step.approvedValues("receive-notification")).thenReturn(Optional.of(values("""
                {"notificationKind":"exclusion-ended","headName":"架空　太郎","headAddresseeNo":"1","postalCode":"0000021","address":"みどり野市中央一丁目4番8号",
                 "persons":[{"name":"架空　花子"},{"name":"架空　次郎"}]}""")));
        Composition refusal = new NotifyRefusalStep(new NoticeContents(mock(CaseDoor.class), addressees), printable)
                .compose(step, values("{\"reason\":\"適用除外のため\",\"noticeText\":\"却下します。\"}"));
        then(refusal.items()).singleElement().satisfies(item -> {
            then(item.effects()).containsExactly("print-refusal-notice");
            then(item.content().path("subjectNames").asText()).isEqualTo("架空　花子、架空　次郎");
            then(item.content().path("recipient").path("name").asText()).isEqualTo("架空　太郎");
        });
    }

    private static ObjectNode packing(List<String> serials, int count, String address) {
        ObjectNode values = values("{\"result\":\"packed\",\"recipient\":\"mail\",\"sheetCount\":\"%d\"}".formatted(count));
        serials.forEach(values.withArray("serials")::add);
        return values.put("addressOnEnvelope", address);
    }

    private static String address() {
        return "みどり野市中央一丁目４番８号　架空団地３０２号室";
    }

    private static PrintedDocument sheet(String serial, UUID caseId, String state) {
        return new PrintedDocument(UUID.randomUUID(), serial, PaperKind.ELIGIBILITY_CERTIFICATE, caseId, "R8-資-000001", "1", "み国保第1号", LocalDate.of(2026, 11, 20),
                SamplePapers.certificate("架空　花子"), new OfficerId("0001"), new OfficerId("0002"), null, state);
    }

    private static ObjectNode values(String json) {
        return (ObjectNode) CanonicalJson.parse(json);
    }

    private static String code(Composition composition, String key) {
        return composition.problems().stream().filter(problem -> problem.key().equals(key)).map(FieldProblem::code).findFirst().orElse("no problem");
    }
}
