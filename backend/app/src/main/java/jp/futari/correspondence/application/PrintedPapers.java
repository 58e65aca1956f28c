package jp.futari.correspondence.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.futari.access.CurrentOfficer;
import jp.futari.access.SignedIn;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.casework.CaseDoor;
import jp.futari.casework.spi.CaseTab;
import jp.futari.correspondence.persistence.PrintJobs;
import jp.futari.correspondence.persistence.PrintedDocument;
import jp.futari.correspondence.persistence.PrintedDocuments;
import jp.futari.correspondence.model.SheetSerial;
import jp.futari.shared.Refused;
import jp.futari.shared.jp.EraDate;
import org.springframework.stereotype.Service;

/** 印刷した帳票を見る: the file of a sheet, and the rows of the case page. Every opening is recorded. */
@Service
public class PrintedPapers implements CaseTab {

    private static final Map<String, String> STATES = Map.of("printed", "手もとにある", "spoiled", "刷り損じ（廃棄済み）", "dispatched", "交付した");

    private final PrintedDocuments documents;
    private final PrintJobs jobs;
    private final FileStore store;
    private final CaseDoor cases;
    private final CurrentOfficer current;
    private final AuditTrail audit;
    private final Recorded recorded;

    PrintedPapers(PrintedDocuments documents, PrintJobs jobs, FileStore store, CaseDoor cases, CurrentOfficer current, AuditTrail audit,
                  Recorded recorded) {
        this.documents = documents;
        this.jobs = jobs;
        this.store = store;
        this.cases = cases;
        this.current = current;
        this.audit = audit;
        this.recorded = recorded;
    }

    /** @throws Refused 404 unknown, 403 not yours, 409 while the file is not made or the print was stopped */
    public byte[] open(UUID id) {
        return recorded.act("print.open", () -> file(id));
    }

    private byte[] file(UUID id) {
        SignedIn person = current.get();
        PrintedDocument sheet = documents.find(id).orElseThrow(() -> Refused.notFound("correspondence.print.unknown"));
        cases.open(sheet.caseId(), person);
        PrintJobs.Job job = jobs.find(id).orElseThrow(() -> Refused.notFound("correspondence.print.unknown"));
        if (!job.isMade()) {
            boolean isStopped = !job.missing().isEmpty();
            throw new Refused(409, isStopped ? "correspondence.print.stopped" : "correspondence.print.waiting",
                    isStopped ? Map.of("codes", String.join(", ", job.missing())) : Map.of(), List.of(), null);
        }
        byte[] pdf = store.get(job.fileHash());
        audit.record(AuditEvent.read("print.opened").inCase(sheet.caseId()).purpose("case:documents").of(cases.addressees(sheet.caseId()))
                .with("sheet", sheet.serial()).with("file", job.fileHash()).build());
        return pdf;
    }

    @Override
    public String tab() {
        return "documents";
    }

    @Override
    public List<Map<String, Object>> rows(UUID caseId, SignedIn reader) {
        Map<UUID, PrintJobs.Job> made = new LinkedHashMap<>();
        jobs.ofCase(caseId).forEach(job -> made.put(job.id(), job));
        return documents.ofCase(caseId).stream().map(sheet -> row(sheet, made.get(sheet.id()))).toList();
    }

    private static Map<String, Object> row(PrintedDocument sheet, PrintJobs.Job job) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", "printed");
        row.put("id", sheet.id());
        row.put("title", sheet.kind().label() + (sheet.isReprint() ? "（再発行）" : ""));
        row.put("state", STATES.get(sheet.state()));
        row.put("printJob", job.isMade() ? sheet.id() : null);
        row.put("print", job.state());
        row.put("serial", new SheetSerial(sheet.serial()).written());
        row.put("facts", List.of(sheet.documentNo(), EraDate.written(sheet.issuedOn()), "用紙 " + new SheetSerial(sheet.serial()).written(), printing(job)));
        return row;
    }

    private static String printing(PrintJobs.Job job) {
        return switch (job.state()) {
            case "printed" -> "印刷できます";
            case "stopped" -> "字形がないため止まっています " + String.join(", ", job.missing());
            default -> "印刷の準備をしています";
        };
    }
}
