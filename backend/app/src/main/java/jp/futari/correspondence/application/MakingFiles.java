package jp.futari.correspondence.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.futari.access.Staff;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.correspondence.model.Letterhead;
import jp.futari.correspondence.model.PaperText;
import jp.futari.correspondence.model.SheetFacts;
import jp.futari.correspondence.model.SheetSerial;
import jp.futari.correspondence.persistence.PrintJobs;
import jp.futari.correspondence.persistence.PrintedDocument;
import jp.futari.correspondence.persistence.PrintedDocuments;
import jp.futari.correspondence.typography.GlyphMissing;
import jp.futari.correspondence.typography.Typesetter;
import jp.futari.shared.OfficerId;
import jp.futari.shared.office.Office;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 帳票のファイル作り: works off the outbox, on any node, one sheet a transaction. Whoever crashes between file and receipt leaves the order
 * open; the next one makes the same bytes, and so the same file.
 */
@Component
public class MakingFiles {

    private static final Logger LOG = LoggerFactory.getLogger(MakingFiles.class);
    private static final int AT_ONCE = 20;

    private final PrintJobs jobs;
    private final PrintedDocuments documents;
    private final ObjectProvider<Typesetter> typesetter;
    private final FileStore store;
    private final Staff staff;
    private final AuditTrail audit;
    private final Letterhead letterhead;
    private final TransactionTemplate transaction;

    MakingFiles(PrintJobs jobs, PrintedDocuments documents, ObjectProvider<Typesetter> typesetter, FileStore store, Staff staff, AuditTrail audit, Office office,
                PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.documents = documents;
        this.typesetter = typesetter;
        this.store = store;
        this.staff = staff;
        this.audit = audit;
        this.letterhead = letterhead(office);
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Makes what is due. @return how many orders were looked at */
    @Scheduled(fixedDelayString = "${futari.print.every-ms:500}", initialDelay = 3000)
    public int makeWhatIsDue() {
        int made = 0;
        while (made < AT_ONCE && Boolean.TRUE.equals(transaction.execute(status -> makeNext()))) {
            made++;
        }
        return made;
    }

    private boolean makeNext() {
        Optional<UUID> next = jobs.takeNext();
        next.ifPresent(this::make);
        return next.isPresent();
    }

    private void make(UUID id) {
        PrintedDocument sheet = documents.find(id).orElseThrow();
        try {
            byte[] pdf = set(sheet);
            String hash = store.put(pdf);
            jobs.made(id, hash, pdf.length);
            audit.record(AuditEvent.system("print.made").inCase(sheet.caseId()).with("sheet", sheet.serial()).with("file", hash).build());
        } catch (GlyphMissing stopped) {
            jobs.stopped(id, stopped.codes());
            audit.record(AuditEvent.system("print.stopped").inCase(sheet.caseId()).with("sheet", sheet.serial()).with("missing", stopped.codes()).build());
        } catch (RuntimeException failed) {
            LOG.warn("sheet {} could not be made: {}", sheet.serial(), failed.getClass().getSimpleName());
            jobs.failed(id);
        }
    }

    private byte[] set(PrintedDocument sheet) {
        SheetFacts facts = new SheetFacts(new SheetSerial(sheet.serial()), sheet.documentNo(), sheet.issuedOn(), sheet.isReprint(),
                List.of(stamp("決定", sheet.doer()), stamp("確認", sheet.checker())));
        Map<String, Object> words = PaperText.of(sheet.kind(), sheet.content(), facts, letterhead);
        return typesetter.getObject().set(sheet.kind().key(), words, sheet.issuedOn(), Long.parseLong(sheet.serial()));
    }

    private SheetFacts.Stamp stamp(String label, OfficerId officer) {
        return new SheetFacts.Stamp(label, staff.find(officer).map(Staff.Person::familyName).orElse(officer.no()));
    }

    private static Letterhead letterhead(Office office) {
        var city = office.municipality();
        var section = office.section("eligibility");
        return new Letterhead(city.issuer(), city.name(), city.insurerNumber(), section.department() + "　" + section.name(), section.phone(), office.appeal().body(),
                office.appeal().months(), office.appeal().lawsuitMonths());
    }
}
