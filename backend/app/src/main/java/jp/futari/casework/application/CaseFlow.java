package jp.futari.casework.application;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.futari.access.Staff;
import jp.futari.shared.OfficerId;
import jp.futari.workflow.StepCatalogue;
import jp.futari.workflow.StepDefinition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** 流れ図: the model with the way the case took, computed from our own steps and effects, never from the engine's history. */
@Component
class CaseFlow {

    private final JdbcTemplate jdbc;
    private final StepCatalogue steps;
    private final Staff staff;

    CaseFlow(JdbcTemplate jdbc, StepCatalogue steps, Staff staff) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.staff = staff;
    }

    private record StepRow(String key, int rounds, String state, OffsetDateTime at, String doer, String checker) {
    }

    Map<String, Object> of(UUID caseId) {
        Map<String, Object> caseRow = jdbc.queryForMap("SELECT process_id, definition, end_event FROM case_file WHERE id = ?", caseId);
        String processId = (String) caseRow.get("process_id");
        List<StepRow> rows = jdbc.query("""
                SELECT s.step_key, s.round, s.state, coalesce(s.closed_at, s.opened_at) AS at, sub.doer, a.checker FROM step s
                LEFT JOIN submission sub ON sub.step_id = s.id AND sub.round = s.round LEFT JOIN approval a ON a.step_id = s.id WHERE s.case_id = ? ORDER BY s.opened_at""",
                (row, n) -> new StepRow(row.getString(1), row.getInt(2), row.getString(3), row.getObject(4, OffsetDateTime.class), row.getString(5), row.getString(6)), caseId);
        Set<String> past = new LinkedHashSet<>();
        Set<String> now = new LinkedHashSet<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<Map<String, Object>> list = new ArrayList<>();
        for (StepRow row : rows) {
            StepDefinition step = steps.step(row.key());
            boolean open = "doing".equals(row.state()) || "checking".equals(row.state());
            (open ? now : past).add(step.elementId());
            counts.merge(step.elementId(), row.rounds(), Integer::sum);
            if (open) {
                now.add(step.task("doing".equals(row.state()) ? "do" : "check").elementId());
            }
            list.add(line(step, row));
        }
        effects(caseId, processId).forEach(past::add);
        if (caseRow.get("end_event") != null) {
            past.add((String) caseRow.get("end_event"));
        }
        now.forEach(past::remove);
        Map<String, Object> flow = new LinkedHashMap<>();
        flow.put("xml", steps.xml(processId).orElse(null));
        flow.put("processId", processId);
        flow.put("definitionVersion", caseRow.get("definition"));
        flow.put("past", past);
        flow.put("now", now);
        flow.put("counts", counts);
        flow.put("list", list);
        return flow;
    }

    private Map<String, Object> line(StepDefinition step, StepRow row) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("elementId", step.elementId());
        line.put("label", step.label());
        line.put("state", row.state());
        line.put("rounds", row.rounds());
        line.put("at", row.at());
        line.put("doer", row.doer() == null ? null : staff.nameOf(new OfficerId(row.doer())));
        line.put("checker", row.checker() == null ? null : staff.nameOf(new OfficerId(row.checker())));
        return line;
    }

    private List<String> effects(UUID caseId, String processId) {
        Set<String> keys = new LinkedHashSet<>(jdbc.queryForList("SELECT DISTINCT e.key FROM effect e JOIN approval a ON a.id = e.approval_id WHERE a.case_id = ?", String.class, caseId));
        return steps.effects().stream().filter(e -> e.processId().equals(processId) && keys.contains(e.effect())).map(StepCatalogue.EffectUse::elementId).toList();
    }
}
