package jp.futari.casework.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.futari.access.Staff;
import jp.futari.shared.OfficerId;
import jp.futari.workflow.StepCatalogue;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The head of a case and its stamp box: each round of each step with who did and who checked. */
@Component
class CaseHeads {

    private final JdbcTemplate jdbc;
    private final TaskViews views;
    private final StepCatalogue steps;
    private final CaseFacts facts;
    private final ChannelWords channels;

    CaseHeads(JdbcTemplate jdbc, TaskViews views, StepCatalogue steps, CaseFacts facts, ChannelWords channels) {
        this.jdbc = jdbc;
        this.views = views;
        this.steps = steps;
        this.facts = facts;
        this.channels = channels;
    }

    Map<String, Object> head(UUID caseId) {
        return jdbc.queryForObject("""
                SELECT f.*, m.family_name, m.given_name, w.duty, w.claimed_by, w.returned, w.held_until FROM case_file f LEFT JOIN staff_member m ON m.officer_no = f.opened_by
                LEFT JOIN LATERAL (SELECT i.duty, i.claimed_by, i.returned, i.held_until FROM work_item i WHERE i.case_id = f.id ORDER BY i.opened_at DESC LIMIT 1) w ON true
                WHERE f.id = ?""", (row, n) -> {
            OffsetDateTime due = row.getObject("due", OffsetDateTime.class);
            Map<String, Object> head = new LinkedHashMap<>();
            head.put("caseId", caseId);
            head.put("caseNo", row.getString("case_no"));
            head.put("kind", row.getString("kind"));
            head.put("kindLabel", views.kindLabel(row.getString("kind")));
            head.put("title", row.getString("title"));
            head.put("subjectName", row.getString("subject_name"));
            head.put("householdName", row.getString("household_name"));
            head.put("birthDate", row.getObject("birth_date", LocalDate.class));
            head.put("insuredNumber", row.getString("insured_number"));
            List<String> addressees = new ArrayList<>(TaskStates.strings(row.getArray("addressees")));
            head.put("addressees", addressees);
            head.putAll(facts.of(caseId, addressees));
            head.put("status", status(row));
            head.put("due", due);
            head.put("dueState", "open".equals(row.getString("state")) ? views.dueState(due) : "none");
            head.put("dueBasis", row.getString("due_basis"));
            head.put("receivedOn", row.getObject("received_on", LocalDate.class));
            head.put("channel", channels.of(row.getString("kind"), row.getString("channel")));
            head.put("counterNote", row.getString("counter_note"));
            head.put("section", row.getString("section"));
            head.put("openedBy", name(row, row.getString("opened_by")));
            head.put("openedAt", row.getObject("opened_at", OffsetDateTime.class));
            head.put("closedAt", row.getObject("closed_at", OffsetDateTime.class));
            head.put("definitionVersion", row.getString("definition"));
            return head;
        }, caseId);
    }

    /** The name of the staff row joined to this one; the number itself for someone who is not in the register. */
    static String name(ResultSet row, String no) throws SQLException {
        return name(no, row.getString("family_name"), row.getString("given_name"));
    }

    private static String name(String no, String family, String given) {
        return family == null ? no : new Staff.Person(new OfficerId(no), family, given, null, null).name();
    }

    private static String status(ResultSet row) throws SQLException {
        if (!"open".equals(row.getString("state"))) {
            return "withdrawn".equals(row.getString("state")) ? "withdrawn" : "done";
        }
        if (row.getString("duty") == null) {
            return "doing";
        }
        if (row.getObject("held_until") != null) {
            return "hold";
        }
        if ("check".equals(row.getString("duty"))) {
            return "second";
        }
        return row.getBoolean("returned") ? "returned" : row.getString("claimed_by") == null ? "new" : "doing";
    }

    List<Map<String, Object>> stamps(UUID caseId) {
        return jdbc.query("SELECT * FROM futari.stamps_of(?)", (row, n) -> {
            Map<String, Object> stamp = new LinkedHashMap<>();
            stamp.put("stepKey", row.getString("step_key"));
            stamp.put("stepLabel", steps.step(row.getString("step_key")).label());
            stamp.put("round", row.getInt("round"));
            stamp.put("doer", seal(row, "doer", "done_at"));
            stamp.put("checker", seal(row, "checker", "checked_at"));
            stamp.put("outcome", row.getBoolean("confirmed") ? "confirmed" : row.getBoolean("returned") ? "returned" : "withdrawn".equals(row.getString("state")) ? "withdrawn" : "open");
            return stamp;
        }, caseId);
    }

    private static Map<String, Object> seal(ResultSet row, String part, String at) throws SQLException {
        String no = row.getString(part);
        return no == null ? null : TaskViews.who(no, row.getObject(at, OffsetDateTime.class), Map.of(no, name(no, row.getString(part + "_family"), row.getString(part + "_given"))));
    }
}
