package jp.futari.eligibility.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 確認リスト: people whose number is odd or missing (ACQ-17, ACQ-18). It names person and reason, never the number, and changes no register. */
@Component
class ConfirmationList {

    private static final String ROWS = """
            SELECT c.id, c.case_no, c.addressee_no, c.reason, c.found_at, s.outcome, s.case_no AS settled_in, s.settled_at
            FROM number_confirmation c LEFT JOIN number_settlement s ON s.confirmation_id = c.id WHERE""";

    private final JdbcClient jdbc;

    ConfirmationList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID caseId, String caseNo, String addresseeNo, String reason) {
        jdbc.sql("INSERT INTO number_confirmation (id, case_id, case_no, addressee_no, reason) VALUES (gen_random_uuid(), ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(caseId, caseNo, addresseeNo, reason).update();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql(ROWS + " c.id = ?").param(id).query(ConfirmationList::row).optional();
    }

    /** Until the transaction ends nobody else starts on this row. */
    void keepForOne(UUID id) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('number_confirmation ' || ?, 0))").param(id.toString()).query((row, n) -> n).single();
    }

    /** What has waited longest comes first. */
    List<Row> open(UUID after, int limit) {
        return jdbc.sql(ROWS + """
                 s.id IS NULL AND (:after::uuid IS NULL OR (c.found_at, c.id) > (SELECT found_at, id FROM number_confirmation WHERE id = :after))
                ORDER BY c.found_at, c.id LIMIT :limit""").param("after", after).param("limit", limit).query(ConfirmationList::row).list();
    }

    /** What was settled last comes first. */
    List<Row> settled(UUID after, int limit) {
        return jdbc.sql(ROWS + """
                 s.id IS NOT NULL AND (:after::uuid IS NULL OR (s.settled_at, c.id) < (SELECT settled_at, confirmation_id FROM number_settlement WHERE confirmation_id = :after))
                ORDER BY s.settled_at DESC, c.id DESC LIMIT :limit""").param("after", after).param("limit", limit).query(ConfirmationList::row).list();
    }

    Counts counts() {
        return jdbc.sql("SELECT count(*) FILTER (WHERE s.id IS NULL) AS open, count(s.id) AS settled FROM number_confirmation c LEFT JOIN number_settlement s ON s.confirmation_id = c.id")
                .query((row, n) -> new Counts(row.getLong(1), row.getLong(2))).single();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        String outcome = row.getString("outcome");
        return new Row(row.getObject("id", UUID.class), row.getString("case_no"), row.getString("addressee_no"), row.getString("reason"),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                outcome == null ? null : new Settled(outcome, row.getString("settled_in"), row.getObject("settled_at", OffsetDateTime.class).toInstant()));
    }

    /** @param caseNo the notice in which it was found; @param settled null while nobody has settled it */
    record Row(UUID id, String caseNo, String addresseeNo, String reason, Instant foundAt, Settled settled) {
    }

    /** @param caseNo the case in which two people settled it */
    public record Settled(String outcome, String caseNo, Instant at) {
    }

    public record Counts(long open, long settled) {
    }
}
