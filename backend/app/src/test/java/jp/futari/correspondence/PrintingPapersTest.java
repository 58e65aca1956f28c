package jp.futari.correspondence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.futari.Requirement;
import jp.futari.audit.AuditEvent;
import jp.futari.casework.CaseDoor;
import jp.futari.correspondence.application.FileStore;
import jp.futari.correspondence.application.MakingFiles;
import jp.futari.correspondence.application.PrintedPapers;
import jp.futari.correspondence.application.PrintingPapers;
import jp.futari.correspondence.persistence.PrintJobs;
import jp.futari.correspondence.persistence.PrintedDocument;
import jp.futari.correspondence.persistence.PrintedDocuments;
import jp.futari.shared.Refused;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class PrintingPapersTest {

    private static CorrespondenceRoom room;
    private UUID caseId;

    @BeforeAll
    static void open() {
        room = new CorrespondenceRoom();
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @BeforeEach
    void a_running_case() {
        reset(room.get(CaseDoor.class));
        caseId = room.openCase();
    }

    @Test
    @DisplayName("承認された中身だけが印刷され、確定の後にファイルになる")
    void what_was_approved_is_printed_after_the_commit() throws Exception {
        // when
        PrintedDocument sheet = printed("架空　花子");
        // then
        then(job(sheet).state()).isEqualTo("waiting");
        then(makeAll()).isEqualTo(1);
        byte[] pdf = room.get(PrintedPapers.class).open(sheet.id());
        try (var document = Loader.loadPDF(pdf)) {
            then(new PDFTextStripper().getText(document).replaceAll("\\s|\\u3000", "")).contains("架空花子", "初回の印刷", "みどり野市長");
        }
        then(room.events()).extracting(AuditEvent::action).contains("print.made", "print.opened");
    }

    @Test
    @DisplayName("効果のない用紙は台帳に入らない")
    void a_sheet_without_an_effect_is_refused_by_the_database() {
        PrintedDocument sheet = printed("架空　花子");
        assertThatThrownBy(() -> room.get(TransactionTemplate.class).executeWithoutResult(status ->
                room.jdbc().update("UPDATE printed_document SET state = 'dispatched', handed_over = 'mail', dispatched_on = '2026-11-20' WHERE id = ?", sheet.id())))
                .hasStackTraceContaining("casework.register.row-without-effect");
        assertThatThrownBy(() -> room.jdbc().update("DELETE FROM printed_document WHERE id = ?", sheet.id())).hasStackTraceContaining("permission denied");
        makeAll();
    }

    @Test
    @DisplayName("ファイルと控えのあいだで倒れても、次の機械が同じ1つのファイルにする")
    @Requirement("NHI-QUA-04")
    void a_crash_between_file_and_receipt_leaves_one_file() throws Exception {
        // given
        PrintedDocument sheet = printed("架空　倒子");
        long before = room.files().size();
        // when the node dies after the file is on the disk, before the receipt is committed
        assertThatThrownBy(() -> room.get(TransactionTemplate.class).executeWithoutResult(status -> {
            room.get(MakingFiles.class).makeWhatIsDue();
            throw new Dies();
        })).isInstanceOf(Dies.class);
        // then
        then(job(sheet).state()).isEqualTo("waiting");
        then(room.files()).hasSize((int) before + 1);
        then(makeAll()).isEqualTo(1);
        then(job(sheet).isMade()).isTrue();
        then(room.files()).hasSize((int) before + 1);
        then(Files.list(room.store.resolve("tmp"))).isEmpty();
        then(makeAll()).isZero();
    }

    @Test
    @DisplayName("2台が同時に働いても、1枚は1回だけ作られる")
    void two_nodes_make_each_sheet_once() throws Exception {
        List<PrintedDocument> sheets = IntStream.range(0, 8).mapToObj(i -> printed("架空　" + "一二三四五六七八".charAt(i) + "子")).toList();
        var nodes = Executors.newFixedThreadPool(2);
        List<Future<Integer>> made = List.of(nodes.submit(this::makeAll), nodes.submit(this::makeAll));
        then(made.get(0).get() + made.get(1).get()).isEqualTo(8);
        nodes.shutdown();
        sheets.forEach(sheet -> then(room.jdbc().queryForObject("SELECT attempts FROM print_job WHERE id = ?", Integer.class, sheet.id())).isEqualTo(1));
    }

    @Test
    @DisplayName("字形がない名前は印刷を止め、符号を見せる")
    void a_missing_glyph_stops_the_print() {
        PrintedDocument sheet = printed("𪚥　花子");
        makeAll();
        then(job(sheet)).extracting(PrintJobs.Job::state, PrintJobs.Job::missing).containsExactly("stopped", List.of("U+2A6A5 (MJ056776)"));
        assertThatThrownBy(() -> room.get(PrintedPapers.class).open(sheet.id())).isInstanceOfSatisfying(Refused.class, refused -> {
            then(refused.code()).isEqualTo("correspondence.print.stopped");
            then(refused.params()).containsEntry("codes", "U+2A6A5 (MJ056776)");
        });
        then(room.get(PrintableText.class).missing("𪚥")).containsExactly("U+2A6A5 (MJ056776)");
    }

    @Test
    @DisplayName("刷り直しは、刷り損じの承認からだけ、1回だけできる")
    void only_a_spoiled_sheet_is_reprinted_and_once() throws Exception {
        // given
        PrintedDocument first = printed("架空　損子");
        // when
        JsonNode spoiled = spoiled(first);
        room.withApproved(caseId, "reprint-certificate", spoiled, room.get(PrintingPapers.class)::reprint);
        makeAll();
        // then
        PrintedDocument again = sheets().stream().filter(PrintedDocument::isReprint).findFirst().orElseThrow();
        then(again.reprintOf()).isEqualTo(first.id());
        then(again.serial()).isNotEqualTo(first.serial());
        then(again.content()).isEqualTo(first.content());
        then(room.get(PrintedDocuments.class).find(first.id()).orElseThrow().state()).isEqualTo("spoiled");
        try (var document = Loader.loadPDF(room.get(PrintedPapers.class).open(again.id()))) {
            then(new PDFTextStripper().getText(document)).contains("再発行");
        }
        assertThatThrownBy(() -> room.withApproved(caseId, "reprint-certificate", spoiled, room.get(PrintingPapers.class)::reprint))
                .hasMessageContaining("no longer in the office's hand");
    }

    @Test
    @DisplayName("交付した用紙は、もう一度交付できず、刷り損じにもできない")
    void a_sheet_is_handed_over_once() {
        PrintedDocument sheet = printed("架空　渡子");
        JsonNode packed = jp.futari.shared.CanonicalJson.parse("{\"sheets\":[\"%s\"],\"recipient\":\"mail\"}".formatted(sheet.id()));
        room.withApproved(caseId, "dispatch-certificate", packed, room.get(PrintingPapers.class)::dispatch);
        then(room.get(PrintedDocuments.class).find(sheet.id()).orElseThrow().state()).isEqualTo("dispatched");
        assertThatThrownBy(() -> room.withApproved(caseId, "dispatch-certificate", packed, room.get(PrintingPapers.class)::dispatch)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> room.withApproved(caseId, "reprint-certificate", spoiled(sheet), room.get(PrintingPapers.class)::reprint)).isInstanceOf(IllegalStateException.class);
        makeAll();
    }

    @Test
    @DisplayName("案件を開けない人は、帳票も開けない")
    void who_may_not_open_the_case_may_not_open_its_papers() {
        PrintedDocument sheet = printed("架空　閉子");
        makeAll();
        doThrow(Refused.forbidden("casework.case.not-yours")).when(room.get(CaseDoor.class)).open(eq(caseId), any());
        assertThatThrownBy(() -> room.get(PrintedPapers.class).open(sheet.id())).isInstanceOfSatisfying(Refused.class, refused -> then(refused.status()).isEqualTo(403));
    }

    @Test
    @DisplayName("中身の変わったファイルは渡さない")
    void a_changed_file_is_noticed() throws Exception {
        PrintedDocument sheet = printed("架空　変子");
        makeAll();
        String hash = job(sheet).fileHash();
        Files.writeString(room.store.resolve(hash.substring(0, 2)).resolve(hash), "x");
        assertThatThrownBy(() -> room.get(FileStore.class).get(hash)).hasMessageContaining("was changed");
    }

    private PrintedDocument printed(String name) {
        ObjectNode content = (ObjectNode) SamplePapers.certificate(name);
        content.put("paper", "eligibility-certificate").put("addresseeNo", "0000000001");
        room.withApproved(caseId, "print-certificate", content, room.get(PrintingPapers.class)::print);
        return sheets().stream().filter(sheet -> sheet.content().path("name").asText().equals(name)).findFirst().orElseThrow();
    }

    private static JsonNode spoiled(PrintedDocument sheet) {
        ObjectNode content = (ObjectNode) jp.futari.shared.CanonicalJson.parse("{\"spoiled\":\"%s\",\"serial\":\"%s\",\"reason\":\"torn\",\"destroyedBy\":\"shredder\"}"
                .formatted(sheet.id(), sheet.serial()));
        content.set("content", sheet.content());
        return content;
    }

    private List<PrintedDocument> sheets() {
        return room.get(PrintedDocuments.class).ofCase(caseId);
    }

    private PrintJobs.Job job(PrintedDocument sheet) {
        return room.get(PrintJobs.class).find(sheet.id()).orElseThrow();
    }

    private int makeAll() {
        int all = 0;
        for (int made = room.get(MakingFiles.class).makeWhatIsDue(); made > 0; made = room.get(MakingFiles.class).makeWhatIsDue()) {
            all += made;
        }
        return all;
    }

    private static final class Dies extends RuntimeException {
    }
}
