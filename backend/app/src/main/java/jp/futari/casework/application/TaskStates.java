package jp.futari.casework.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.futari.shared.Refused;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads an open task for the acting person, in one statement, with the reason why they may not act. */
@Component
class TaskStates {

    private static final String SELECT = """
            SELECT w.task_id, w.case_id, w.step_id, w.step_key, w.duty, w.round, w.roles, w.section, w.claimed_by, w.held_until, w.version,
                   f.case_no, f.kind, f.process_id, f.channel, f.received_on, f.params, f.addressees, f.due, f.title, f.subject_name, s.apart_lifted,
                   why_not(w.task_id, ?, ?) AS why_not
            FROM work_item w JOIN case_file f ON f.id = w.case_id JOIN step s ON s.id = w.step_id WHERE w.task_id = ?""";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    TaskStates(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @throws Refused 409 when the task is over, with who ended it */
    TaskState forChange(String taskId, Act act) {
        return read(SELECT + " FOR UPDATE OF w", taskId, act);
    }

    TaskState forReading(String taskId, Act act) {
        return read(SELECT, taskId, act);
    }

    private TaskState read(String sql, String taskId, Act act) {
        List<TaskState> found = jdbc.query(sql, (row, n) -> state(row), act.officer().no(), act.session(), taskId);
        if (found.isEmpty()) {
            throw gone(taskId, act);
        }
        TaskState task = found.get(0);
        act.touches(task.caseId(), task.stepKey(), task.round(), task.duty());
        return task;
    }

    private Refused gone(String taskId, Act act) {
        return whoEnded(taskId, act).map(conflict -> Refused.conflict("casework.task.done-by-another", conflict)).orElseGet(() -> Refused.notFound("casework.task.gone"));
    }

    /** Who ended the task, when, and what they sent: only for one who wrote on the same step and so can never check it. */
    private Optional<Map<String, Object>> whoEnded(String taskId, Act act) {
        return jdbc.query("""
                SELECT d.case_id, d.officer_no, d.at, d.duty, m.family_name, s.content,
                       EXISTS (SELECT FROM step_contributor c WHERE c.step_id = d.step_id AND c.officer_no = ?) AS contributor FROM work_done d
                LEFT JOIN staff_member m ON m.officer_no = d.officer_no
                LEFT JOIN submission s ON s.step_id = d.step_id AND s.round = d.round
                JOIN case_file f ON f.id = d.case_id
                WHERE d.task_id = ? AND EXISTS (SELECT FROM step_contributor c WHERE c.step_id = d.step_id AND c.officer_no = ?
                       UNION ALL SELECT FROM roles_of_session(?) r WHERE r.section IS NULL OR r.section = f.section)""", row -> {
            if (!row.next()) {
                return Optional.empty();
            }
            act.touches(row.getObject("case_id", UUID.class), null, null, row.getString("duty"));
            Map<String, Object> conflict = new LinkedHashMap<>();
            conflict.put("by", row.getString("family_name") != null ? row.getString("family_name") : row.getString("officer_no"));
            conflict.put("at", row.getObject("at", OffsetDateTime.class));
            if (row.getBoolean("contributor") && "do".equals(row.getString("duty")) && row.getString("content") != null) {
                conflict.put("values", jp.futari.shared.CanonicalJson.parse(row.getString("content")).path("values"));
            }
            return Optional.of(conflict);
        }, act.officer().no(), taskId, act.officer().no(), act.session());
    }

    private TaskState state(ResultSet row) throws SQLException {
        OffsetDateTime due = row.getObject("due", OffsetDateTime.class);
        return new TaskState(row.getString("task_id"), row.getObject("case_id", UUID.class), row.getObject("step_id", UUID.class), row.getString("step_key"), row.getString("duty"),
                row.getInt("round"), strings(row.getArray("roles")), row.getString("section"), row.getString("claimed_by"), row.getObject("held_until", LocalDate.class),
                row.getInt("version"), row.getString("case_no"), row.getString("kind"), row.getString("process_id"), row.getString("channel"),
                row.getObject("received_on", LocalDate.class), object(row.getString("params")), strings(row.getArray("addressees")), due == null ? null : due.toInstant(),
                row.getString("title"), row.getString("subject_name"), row.getString("apart_lifted"), row.getString("why_not"));
    }

    private ObjectNode object(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a case's parameters are no JSON", e);
        }
    }

    static Set<String> strings(Array array) throws SQLException {
        return new LinkedHashSet<>(List.of((String[]) array.getArray()));
    }
}
