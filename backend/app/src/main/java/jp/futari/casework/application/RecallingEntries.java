package jp.futari.casework.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.shared.Refused;
import jp.futari.workflow.ProcessEngineDoor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * 取り消す: for ten seconds, and while nobody has claimed the check, the person who sent an entry may take it back. It opens the next
 * round of the same step with what was sent as its draft; it confirms nothing.
 */
@Service
public class RecallingEntries {

    /** Seconds an entry may be taken back (screens.md S02). */
    public static final int SECONDS = 10;

    private final Acts acts;
    private final ProcessEngineDoor engine;
    private final AuditTrail audit;
    private final JdbcTemplate jdbc;

    RecallingEntries(Acts acts, ProcessEngineDoor engine, AuditTrail audit, JdbcTemplate jdbc) {
        this.acts = acts;
        this.engine = engine;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** @param doTaskId the task that was completed */
    public JsonNode recall(ActRequest request, String doTaskId) {
        return acts.perform(request, act -> {
            Sent sent = find(doTaskId, act);
            act.touches(sent.caseId(), sent.stepKey(), sent.round(), "do");
            if (!sent.inTime() || sent.claimedBy() != null) {
                throw Refused.conflict("casework.recall.too-late", null);
            }
            jdbc.update("INSERT INTO step_return (step_id, round, checker, session, fields, note) VALUES (?, ?, ?, ?, '[]', NULL)", sent.stepId(), sent.round(), act.officer().no(), act.session());
            jdbc.update("""
                    INSERT INTO draft (step_id, round, officer_no, form_key, form_digest, field_values)
                    SELECT step_id, round + 1, doer, content::jsonb ->> 'form', content::jsonb ->> 'formDigest', (content::jsonb -> 'values')::text FROM submission WHERE step_id = ? AND round = ?""",
                    sent.stepId(), sent.round());
            if (!engine.returned(sent.checkTask())) {
                throw Refused.conflict("casework.recall.too-late", null);
            }
            audit.record(AuditEvent.act("step.recalled").inCase(sent.caseId()).step(sent.stepKey(), sent.round(), "do").build());
            return Map.of("caseId", sent.caseId());
        });
    }

    private Sent find(String doTaskId, Act act) {
        List<Sent> found = jdbc.query("""
                SELECT w.task_id, w.case_id, w.step_id, w.step_key, w.round, w.claimed_by, d.at > clock_timestamp() - make_interval(secs => ?) AS in_time
                FROM work_done d JOIN work_item w ON w.step_id = d.step_id AND w.round = d.round AND w.duty = 'check'
                WHERE d.task_id = ? AND d.duty = 'do' AND d.officer_no = ? FOR UPDATE OF w""", (row, n) -> new Sent(row.getString(1), row.getObject(2, UUID.class), row.getObject(3, UUID.class),
                row.getString(4), row.getInt(5), row.getString(6), row.getBoolean(7)), SECONDS, doTaskId, act.officer().no());
        return found.stream().findFirst().orElseThrow(() -> Refused.conflict("casework.recall.too-late", null));
    }

    private record Sent(String checkTask, UUID caseId, UUID stepId, String stepKey, int round, String claimedBy, boolean inTime) {
    }
}
