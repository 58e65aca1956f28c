package jp.futari.correspondence.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** 印刷の控え (outbox): what is still to be made into a file, and the receipts of what was. */
@Repository
public class PrintJobs {

    private final JdbcTemplate jdbc;

    PrintJobs(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param state {@code waiting}, {@code printed} or {@code stopped}; @param missing codes of glyphs no font has */
    public record Job(UUID id, String state, List<String> missing, String fileHash) {

        public boolean isMade() {
            return "printed".equals(state);
        }
    }

    public void add(UUID id) {
        jdbc.update("INSERT INTO print_job (id) VALUES (?)", id);
    }

    /** Takes the next job that is due, alone among all nodes, until the transaction ends. */
    public Optional<UUID> takeNext() {
        return jdbc.query("SELECT id FROM print_job WHERE state <> 'printed' AND next_at <= clock_timestamp() ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED",
                (row, n) -> row.getObject(1, UUID.class)).stream().findFirst();
    }

    public void made(UUID id, String fileHash, int size) {
        jdbc.update("UPDATE print_job SET state = 'printed', attempts = attempts + 1, missing = '{}', file_hash = ?, file_size = ?, made_at = clock_timestamp() WHERE id = ?",
                fileHash, size, id);
    }

    /** The fonts lack a glyph: asked again every ten minutes, for the office may configure another face. */
    public void stopped(UUID id, List<String> missing) {
        jdbc.update("UPDATE print_job SET state = 'stopped', attempts = attempts + 1, missing = ?, next_at = clock_timestamp() + interval '10 minutes' WHERE id = ?",
                missing.toArray(String[]::new), id);
    }

    /** Something else went wrong (a full disk): later, and later again. */
    public void failed(UUID id) {
        jdbc.update("UPDATE print_job SET attempts = attempts + 1, next_at = clock_timestamp() + least(attempts + 1, 60) * interval '5 seconds' WHERE id = ?", id);
    }

    public Optional<Job> find(UUID id) {
        return jdbc.query("SELECT id, state, missing, file_hash FROM print_job WHERE id = ?", PrintJobs::read, id).stream().findFirst();
    }

    public List<Job> ofCase(UUID caseId) {
        return jdbc.query("SELECT j.id, j.state, j.missing, j.file_hash FROM print_job j JOIN printed_document d ON d.id = j.id WHERE d.case_id = ?", PrintJobs::read, caseId);
    }

    private static Job read(ResultSet row, int n) throws SQLException {
        return new Job(row.getObject("id", UUID.class), row.getString("state"), List.of((String[]) row.getArray("missing").getArray()), row.getString("file_hash"));
    }
}
