package jp.futari.casework.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.casework.model.FormJudgement;
import jp.futari.casework.model.FormSchema;
import jp.futari.shared.BusinessClock;
import jp.futari.shared.FieldProblem;
import jp.futari.shared.Refused;
import jp.futari.workflow.StepCatalogue;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** 下書き: keeps what was typed. Whoever saves one has contributed to the step and can never check it. */
@Service
public class Drafts {

    private final Acts acts;
    private final TaskStates tasks;
    private final StepRules rules;
    private final FormCatalogue forms;
    private final StepCatalogue steps;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final JdbcTemplate jdbc;

    Drafts(Acts acts, TaskStates tasks, StepRules rules, FormCatalogue forms, StepCatalogue steps, AuditTrail audit, BusinessClock clock, JdbcTemplate jdbc) {
        this.acts = acts;
        this.tasks = tasks;
        this.rules = rules;
        this.forms = forms;
        this.steps = steps;
        this.audit = audit;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /**
     * @return {@code {version, savedAt}}
     * @throws Refused 428 when there is a draft already and no version was named, 409 when it was another than the one named; both with the draft as it stands
     */
    public JsonNode save(ActRequest request, String taskId, ObjectNode values) {
        return acts.perform(request, act -> {
            TaskState task = tasks.forChange(taskId, act);
            rules.mayWorkOn(task, act);
            rules.holdsItNow(task, act);
            if (task.isCheck()) {
                throw Refused.forbidden("casework.task.is-a-check");
            }
            FormSchema form = forms.form(steps.step(task.stepKey()).formKey());
            refuseStrangers(form, values);
            return store(task, act, form, values, request.version());
        });
    }

    /** A draft may be incomplete and half typed, but holds only fields of the form and nothing that looks like a personal number. */
    private void refuseStrangers(FormSchema form, ObjectNode values) {
        List<FieldProblem> strangers = FormJudgement.problems(form, values, clock.today()).stream()
                .filter(p -> p.code().endsWith("unknown-field") || p.code().endsWith("personal-number") || p.code().endsWith("not-a-candidate") || p.code().endsWith("text-not-allowed")
                        || p.code().contains("not-a-list") || p.code().contains("not-a-row")).toList();
        if (!strangers.isEmpty()) {
            throw Refused.fields(strangers);
        }
    }

    /** Whoever names no version has seen no draft, and writes the first one. The very same values again overwrite nothing: so does a sending whose answer was lost. */
    private Map<String, Object> store(TaskState task, Act act, FormSchema form, ObjectNode values, Integer seen) {
        List<Map<String, Object>> saved = jdbc.query("""
                INSERT INTO draft (step_id, round, officer_no, form_key, form_digest, field_values) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (step_id, round, officer_no) DO UPDATE SET form_digest = excluded.form_digest, field_values = excluded.field_values, version = draft.version + 1, saved_at = clock_timestamp()
                WHERE draft.version = ? OR draft.field_values = excluded.field_values RETURNING version, saved_at""", (row, n) -> {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("version", row.getInt(1));
            answer.put("savedAt", row.getObject(2, OffsetDateTime.class));
            return answer;
        }, task.stepId(), task.round(), act.officer().no(), form.key(), form.digest(), values.toString(), seen);
        if (saved.isEmpty()) {
            throw seen == null ? Refused.versionNeeded("casework.request.version-missing", newer(task, act)) : Refused.conflict("casework.draft.newer", newer(task, act));
        }
        if (Integer.valueOf(1).equals(saved.get(0).get("version"))) {
            jdbc.update("INSERT INTO step_contributor (step_id, officer_no, round, how) VALUES (?, ?, ?, 'drafted') ON CONFLICT DO NOTHING", task.stepId(), act.officer().no(), task.round());
            audit.record(AuditEvent.act("step.drafted").inCase(task.caseId()).step(task.stepKey(), task.round(), "do").build());
        }
        return saved.get(0);
    }

    private Map<String, Object> newer(TaskState task, Act act) {
        return jdbc.queryForObject("SELECT version, saved_at, field_values FROM draft WHERE step_id = ? AND round = ? AND officer_no = ?", (row, n) -> {
            Map<String, Object> conflict = new LinkedHashMap<>();
            conflict.put("version", row.getInt(1));
            conflict.put("at", row.getObject(2, OffsetDateTime.class));
            conflict.put("values", jp.futari.shared.CanonicalJson.parse(row.getString(3)));
            return conflict;
        }, task.stepId(), task.round(), act.officer().no());
    }

    /** はじめから */
    public JsonNode discard(ActRequest request, String taskId) {
        return acts.perform(request, act -> {
            TaskState task = tasks.forChange(taskId, act);
            rules.holdsItNow(task, act);
            jdbc.update("DELETE FROM draft WHERE step_id = ? AND round = ? AND officer_no = ?", task.stepId(), task.round(), act.officer().no());
            audit.record(AuditEvent.act("step.draft-discarded").inCase(task.caseId()).step(task.stepKey(), task.round(), "do").build());
            return Map.of("discarded", true);
        });
    }
}
