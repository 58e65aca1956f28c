package jp.futari.correspondence.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.futari.correspondence.model.PaperKind;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.EffectRef;
import jp.futari.shared.EffectRows;
import jp.futari.shared.OfficerId;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** 帳票の台帳: rows change only under the effect that is named. */
@Repository
public class PrintedDocuments {

    private static final String TABLE = "printed_document";
    private static final String COLUMNS = "id, serial, kind, case_id, case_no, addressee_no, document_no, issued_on, content, doer, checker, reprint_of, state";

    private final JdbcTemplate jdbc;
    private final EffectRows rows;

    PrintedDocuments(JdbcTemplate jdbc, @Lazy EffectRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    public void add(PrintedDocument sheet, EffectRef effect) {
        String content = CanonicalJson.text(sheet.content());
        jdbc.update("""
                INSERT INTO printed_document (id, effect_id, serial, kind, case_id, case_no, addressee_no, document_no, issued_on, content, content_hash, doer, checker, reprint_of)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                sheet.id(), effect.id(), sheet.serial(), sheet.kind().key(), sheet.caseId(), sheet.caseNo(), sheet.addresseeNo(), sheet.documentNo(), sheet.issuedOn(),
                content, CanonicalJson.sha256(content), sheet.doer().no(), sheet.checker().no(), sheet.reprintOf());
        rows.wrote(effect.id(), TABLE, sheet.id());
    }

    /** 刷り損じ: voided and destroyed, both by two people. @return whether the sheet was still in the office's hand */
    public boolean spoil(UUID id, String reason, String destroyedBy, LocalDate on, EffectRef effect) {
        rows.wrote(effect.id(), TABLE, id);
        return jdbc.update("UPDATE printed_document SET effect_id = ?, row_version = row_version + 1, state = 'spoiled', spoiled_reason = ?, destroyed_by = ?, spoiled_on = ? "
                + "WHERE id = ? AND state = 'printed'", effect.id(), reason, destroyedBy, on, id) == 1;
    }

    /** 交付. @return whether the sheet was still in the office's hand */
    public boolean dispatch(UUID id, String how, LocalDate on, EffectRef effect) {
        rows.wrote(effect.id(), TABLE, id);
        return jdbc.update("UPDATE printed_document SET effect_id = ?, row_version = row_version + 1, state = 'dispatched', handed_over = ?, dispatched_on = ? "
                + "WHERE id = ? AND state = 'printed'", effect.id(), how, on, id) == 1;
    }

    public Optional<PrintedDocument> find(UUID id) {
        return jdbc.query("SELECT " + COLUMNS + " FROM printed_document WHERE id = ?", PrintedDocuments::read, id).stream().findFirst();
    }

    public Optional<PrintedDocument> bySerial(String serial) {
        return jdbc.query("SELECT " + COLUMNS + " FROM printed_document WHERE serial = ?", PrintedDocuments::read, serial).stream().findFirst();
    }

    public List<PrintedDocument> ofCase(UUID caseId) {
        return jdbc.query("SELECT " + COLUMNS + " FROM printed_document WHERE case_id = ? ORDER BY serial", PrintedDocuments::read, caseId);
    }

    public long nextSheetNumber() {
        return jdbc.queryForObject("SELECT nextval('sheet_number')", Long.class);
    }

    /** The next number of the fiscal year; without gaps, because it is drawn in the act itself. */
    public int nextDocumentNumber(int fiscalYear) {
        return jdbc.queryForObject("INSERT INTO document_number VALUES (?, 1) ON CONFLICT (fiscal_year) DO UPDATE SET last_number = document_number.last_number + 1 "
                + "RETURNING last_number", Integer.class, fiscalYear);
    }

    private static PrintedDocument read(ResultSet row, int n) throws SQLException {
        return new PrintedDocument(row.getObject("id", UUID.class), row.getString("serial"), PaperKind.of(row.getString("kind")), row.getObject("case_id", UUID.class),
                row.getString("case_no"), row.getString("addressee_no"), row.getString("document_no"), row.getObject("issued_on", LocalDate.class),
                CanonicalJson.parse(row.getString("content")), new OfficerId(row.getString("doer")), new OfficerId(row.getString("checker")),
                row.getObject("reprint_of", UUID.class), row.getString("state"));
    }
}
