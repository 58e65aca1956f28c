package jp.futari.casework.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.futari.access.Staff;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.OfficerId;
import jp.futari.workflow.StepCatalogue;
import jp.futari.workflow.StepDefinition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** 経過 and 見た人の記録 of a case, read from the record itself. */
@Component
class CaseHistory {

    private static final String COLUMNS = "SELECT at, kind, action, officer, terminal, step_key, round, duty, purpose, what";
    /** Small steps on the way: shown on demand only. */
    private static final String MINOR = "^(check[.](attempted|answered)|task[.]|step[.]drafted|mynumber[.](candidate|match))";
    private static final Pattern SMALL = Pattern.compile(MINOR);

    private final JdbcTemplate jdbc;
    private final Staff staff;
    private final StepCatalogue steps;

    CaseHistory(JdbcTemplate jdbc, Staff staff, StepCatalogue steps) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.steps = steps;
    }

    private record Line(OffsetDateTime at, String kind, String action, String officer, String terminal, String step, Integer round, String duty, String purpose, JsonNode what) {
    }

    /** Acts and refusals, newest first. */
    List<Map<String, Object>> of(UUID caseId, int most) {
        return named(lines(COLUMNS + " FROM audit_event WHERE case_id = ? AND kind <> 'READ' ORDER BY at DESC LIMIT ?", caseId, most));
    }

    /** What tells the story, without the small steps on the way; newest first. */
    List<Map<String, Object>> latest(UUID caseId, int most) {
        return named(lines(COLUMNS + " FROM audit_event WHERE case_id = ? AND (kind = 'REFUSAL' OR kind <> 'READ' AND action !~ '" + MINOR + "') ORDER BY at DESC LIMIT ?", caseId, most));
    }

    /** Who looked at this case, when, why, from where; newest first. What one page shows leaves several reads in the record: here it is one line a minute. */
    List<Map<String, Object>> readers(UUID caseId) {
        return named(lines("""
                SELECT max(at) AS at, kind, min(action) AS action, officer, terminal, step_key, round, duty, purpose, jsonb_build_object('document', what::jsonb ->> 'document', 'times', count(*))::text AS what FROM audit_event WHERE case_id = ? AND kind = 'READ'
                GROUP BY kind, officer, terminal, step_key, round, duty, purpose, coalesce(purpose, action), what::jsonb ->> 'document', date_trunc('minute', at) ORDER BY 1 DESC LIMIT ?""", caseId, 500));
    }

    private List<Line> lines(String sql, UUID caseId, int most) {
        return jdbc.query(sql,
                (row, n) -> new Line(row.getObject("at", OffsetDateTime.class), row.getString("kind"), row.getString("action"), row.getString("officer"), row.getString("terminal"),
                        row.getString("step_key"), (Integer) row.getObject("round"), row.getString("duty"), row.getString("purpose"), CanonicalJson.parse(row.getString("what"))), caseId, most);
    }

    private List<Map<String, Object>> named(List<Line> lines) {
        var names = staff.named(lines.stream().map(Line::officer).filter(java.util.Objects::nonNull).distinct().map(OfficerId::new).toList());
        List<Map<String, Object>> events = new ArrayList<>();
        for (Line line : lines) {
            StepDefinition step = line.step() == null ? null : steps.find(line.step()).orElse(null);
            Map<String, Object> event = new LinkedHashMap<>();
            event.put("at", line.at());
            event.put("kind", line.action());
            event.put("refusal", "REFUSAL".equals(line.kind()));
            event.put("minor", !"REFUSAL".equals(line.kind()) && SMALL.matcher(line.action()).find());
            event.put("stepKey", line.step());
            event.put("stepLabel", step == null ? null : step.label());
            event.put("round", line.round());
            event.put("elementId", step == null ? null : step.elementId());
            event.put("purpose", line.purpose());
            event.put("terminal", line.terminal());
            event.put("what", line.what());
            event.put("actors", line.officer() == null ? List.of() : List.of(actor(line, names.get(new OfficerId(line.officer())))));
            events.add(event);
        }
        return events;
    }

    private static Map<String, Object> actor(Line line, Staff.Person person) {
        Map<String, Object> actor = new LinkedHashMap<>();
        actor.put("duty", line.duty());
        actor.put("no", line.officer());
        actor.put("name", person == null ? line.officer() : person.name());
        return actor;
    }
}
