package jp.futari.correspondence.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import jp.futari.correspondence.model.PaperKind;
import jp.futari.correspondence.model.SheetSerial;
import jp.futari.correspondence.persistence.PrintJobs;
import jp.futari.correspondence.persistence.PrintedDocument;
import jp.futari.correspondence.persistence.PrintedDocuments;
import jp.futari.shared.ApprovedItem;
import jp.futari.shared.BusinessClock;
import jp.futari.shared.FiscalYear;
import jp.futari.shared.jp.Era;
import jp.futari.shared.office.Office;
import org.springframework.stereotype.Service;

/**
 * 印刷・刷り直し・交付: what an effect does with papers. It registers the sheet and leaves an order in the outbox; the file itself is made after
 * the commit. What is printed is the content of the approved item, nothing else.
 */
@Service
public class PrintingPapers {

    private final PrintedDocuments documents;
    private final PrintJobs jobs;
    private final Office office;

    PrintingPapers(PrintedDocuments documents, PrintJobs jobs, Office office) {
        this.documents = documents;
        this.jobs = jobs;
        this.office = office;
    }

    /** 初回の印刷. */
    public void print(ApprovedItem item) {
        order(item, item.content(), null);
    }

    /** 刷り直し: voids the spoiled sheet and orders another with the same words. */
    public void reprint(ApprovedItem item) {
        JsonNode content = item.content();
        UUID spoiled = UUID.fromString(content.path("spoiled").asText());
        if (!documents.spoil(spoiled, content.path("reason").asText(), content.path("destroyedBy").asText(), day(item), item.effect())) {
            throw new IllegalStateException("the sheet is no longer in the office's hand");
        }
        order(item, content.path("content"), spoiled);
    }

    /** 交付: the sheets two people packed are out of the office's hand. */
    public void dispatch(ApprovedItem item) {
        for (JsonNode sheet : item.content().path("sheets")) {
            if (!documents.dispatch(UUID.fromString(sheet.asText()), item.content().path("recipient").asText(), day(item), item.effect())) {
                throw new IllegalStateException("a sheet is no longer in the office's hand");
            }
        }
    }

    private void order(ApprovedItem item, JsonNode content, UUID reprintOf) {
        PaperKind kind = PaperKind.of(content.path("paper").asText());
        LocalDate day = day(item);
        UUID id = UUID.nameUUIDFromBytes(("sheet:" + item.effect().id()).getBytes(StandardCharsets.US_ASCII));
        documents.add(new PrintedDocument(id, serial(kind, day).digits(), kind, item.caseId(), item.caseNo(), content.path("addresseeNo").asText(null), documentNo(day), day,
                content, item.doer(), item.checker(), reprintOf, "printed"), item.effect());
        jobs.add(id);
    }

    private SheetSerial serial(PaperKind kind, LocalDate day) {
        int year = Era.of(day).map(era -> era.yearOf(day)).orElseThrow();
        return SheetSerial.of(year, kind, documents.nextSheetNumber());
    }

    private String documentNo(LocalDate day) {
        return office.documentNumbering().prefix() + documents.nextDocumentNumber(FiscalYear.of(day).year()) + office.documentNumbering().suffix();
    }

    private static LocalDate day(ApprovedItem item) {
        return LocalDate.ofInstant(item.approvedAt(), BusinessClock.ZONE);
    }
}
