package jp.futari.casework.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final Staff staff;
    private final StepCatalogue steps;
    private final CaseFacts facts;
    private final ChannelWords channels;

    CaseHeads(JdbcTemplate jdbc, TaskViews views, Staff staff, StepCatalogue steps, CaseFacts facts, ChannelWords channels) {
        this.jdbc = jdbc;
        this.views = views;
        this.staff = staff;
        this.steps = steps;
        this.facts = facts;
        this.channels = channels;
    }

    Map<String, Object> head(UUID caseId) {
        return jdbc.queryForObject("SELECT f.*, m.family_name, m.given_name FROM case_file f LEFT JOIN staff_member m ON m.officer_no = f.opened_by WHERE f.id = ?", (row, n) -> {
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
            head.put("status", status(row.getString("state"), caseId));
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
        String family = row.getString("family_name");
        return family == null ? no : new Staff.Person(new OfficerId(no), family, row.getString("given_name"), null, null).name();
    }

    private String status(String state, UUID caseId) {
        if (!"open".equals(state)) {
            return "withdrawn".equals(state) ? "withdrawn" : "done";
        }
        return jdbc.query("SELECT duty, claimed_by, returned, held_until FROM work_item WHERE case_id = ? ORDER BY opened_at DESC LIMIT 1", row -> {
            if (!row.next()) {
                return "doing";
            }
            if (row.getObject("held_until") != null) {
                return "hold";
            }
            if ("check".equals(row.getString("duty"))) {
                return "second";
            }
            return row.getBoolean("returned") ? "returned" : row.getString("claimed_by") == null ? "new" : "doing";
        }, caseId);
    }

    List<Map<String, Object>> stamps(UUID caseId) {
        List<Map<String, Object>> stamps = new ArrayList<>();
        List<String> people = new ArrayList<>();
        jdbc.query("""
                SELECT s.step_key, r.round, s.state, s.round AS last_round, sub.doer, sub.at AS done_at, coalesce(a.checker, nullif(ret.checker, sub.doer)) AS checker, coalesce(a.at, ret.at) AS checked_at,
                       a.id IS NOT NULL AS confirmed, ret.step_id IS NOT NULL AS returned, w.claimed_by, w.duty
                FROM step s CROSS JOIN LATERAL generate_series(1, s.round) AS r(round)
                LEFT JOIN submission sub ON sub.step_id = s.id AND sub.round = r.round
                LEFT JOIN approval a ON a.step_id = s.id AND a.round = r.round
                LEFT JOIN step_return ret ON ret.step_id = s.id AND ret.round = r.round
                LEFT JOIN work_item w ON w.step_id = s.id AND w.round = r.round
                WHERE s.case_id = ? ORDER BY s.opened_at, r.round""", row -> {
            Map<String, Object> stamp = new LinkedHashMap<>();
            stamp.put("stepKey", row.getString("step_key"));
            stamp.put("stepLabel", steps.step(row.getString("step_key")).label());
            stamp.put("round", row.getInt("round"));
            String doer = row.getString("doer") == null && "do".equals(row.getString("duty")) ? row.getString("claimed_by") : row.getString("doer");
            String checker = row.getString("checker") == null && "check".equals(row.getString("duty")) ? row.getString("claimed_by") : row.getString("checker");
            stamp.put("doer", doer == null ? null : new String[] {doer, String.valueOf(row.getObject("done_at", OffsetDateTime.class))});
            stamp.put("checker", checker == null ? null : new String[] {checker, String.valueOf(row.getObject("checked_at", OffsetDateTime.class))});
            stamp.put("outcome", row.getBoolean("confirmed") ? "confirmed" : row.getBoolean("returned") ? "returned" : "withdrawn".equals(row.getString("state")) ? "withdrawn" : "open");
            if (doer != null) {
                people.add(doer);
            }
            if (checker != null) {
                people.add(checker);
            }
            stamps.add(stamp);
        }, caseId);
        Map<String, String> names = names(people);
        stamps.forEach(s -> {
            s.computeIfPresent("doer", (k, v) -> seal((String[]) v, names));
            s.computeIfPresent("checker", (k, v) -> seal((String[]) v, names));
        });
        return stamps;
    }

    private static Map<String, Object> seal(String[] who, Map<String, String> names) {
        return TaskViews.who(who[0], "null".equals(who[1]) ? null : OffsetDateTime.parse(who[1]), names);
    }

    Map<String, String> names(List<String> officers) {
        Map<String, String> names = new HashMap<>();
        staff.named(officers.stream().map(OfficerId::new).toList()).forEach((o, p) -> names.put(o.no(), p.name()));
        return names;
    }
}
