package jp.futari.casework.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.futari.access.CurrentOfficer;
import jp.futari.access.SignedIn;
import jp.futari.access.Staff;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.casework.model.FormSchema;
import jp.futari.casework.spi.StepWork;
import jp.futari.casework.spi.StepWork.StepContext;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.OfficerId;
import jp.futari.shared.Refused;
import jp.futari.workflow.StepCatalogue;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** 作業画面: what S02 and S03 open with. Opening is a recorded read; opening a check is the trace without which nothing is approved. */
@Service
public class WorkPages {

    private final Acts acts;
    private final TaskStates tasks;
    private final ClaimingTasks claiming;
    private final StepRules rules;
    private final StepWorks works;
    private final StepContexts contexts;
    private final FormCatalogue forms;
    private final StepCatalogue steps;
    private final CheckItems items;
    private final CheckItemViews itemViews;
    private final Evidence evidence;
    private final CaseHeads heads;
    private final OpenTasks openTasks;
    private final Staff staff;
    private final AuditTrail audit;
    private final JdbcTemplate jdbc;

    WorkPages(Acts acts, TaskStates tasks, ClaimingTasks claiming, StepRules rules, StepWorks works, StepContexts contexts, FormCatalogue forms, StepCatalogue steps, CheckItems items,
              CheckItemViews itemViews, Evidence evidence, CaseHeads heads, OpenTasks openTasks, Staff staff, AuditTrail audit, JdbcTemplate jdbc) {
        this.acts = acts;
        this.tasks = tasks;
        this.claiming = claiming;
        this.rules = rules;
        this.works = works;
        this.contexts = contexts;
        this.forms = forms;
        this.steps = steps;
        this.items = items;
        this.itemViews = itemViews;
        this.evidence = evidence;
        this.heads = heads;
        this.openTasks = openTasks;
        this.staff = staff;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** S02 */
    public JsonNode entry(String taskId) {
        return acts.perform(ActRequest.of("task.open"), act -> {
            TaskState task = tasks.forReading(taskId, act);
            if (task.isCheck()) {
                throw Refused.forbidden(task.whyNot() == null ? "casework.task.is-a-check" : task.whyNot());
            }
            rules.mayWorkOn(task, act);
            recordRead(task, act);
            return entryPage(task, act, takesOver(task, act));
        });
    }

    /**
     * 引き継ぎ: whoever is shown what was sent in an earlier round has taken it over, and can never check the step. A task that somebody else
     * holds shows none of it, so that a later checker cannot read it there.
     */
    private boolean takesOver(TaskState task, Act act) {
        boolean heldByAnother = task.claimedBy() != null && !task.claimedBy().equals(act.officer().no());
        if (task.round() == 1 || heldByAnother) {
            return false;
        }
        int newly = jdbc.update("INSERT INTO step_contributor (step_id, officer_no, round, how) VALUES (?, ?, ?, 'took-over') ON CONFLICT DO NOTHING", task.stepId(), act.officer().no(),
                task.round());
        if (newly > 0) {
            audit.record(AuditEvent.act("step.taken-over").inCase(task.caseId()).step(task.stepKey(), task.round(), "do").build());
        }
        return true;
    }

    private Map<String, Object> entryPage(TaskState task, Act act, boolean showsFormer) {
        FormSchema form = forms.form(steps.step(task.stepKey()).formKey());
        StepContext context = contexts.of(task, act.officer());
        StepWork work = works.of(task.stepKey());
        Map<String, Object> draft = draft(task, act, form);
        ObjectNode values = draft != null ? (ObjectNode) draft.remove("values")
                : java.util.Optional.of(task).filter(t -> showsFormer).flatMap(this::former).orElseGet(() -> work.prefill(context));
        Map<String, Object> page = head(task, act);
        page.put("form", Map.of("key", form.key(), "digest", form.digest(), "schema", form.schema()));
        page.put("values", values);
        page.put("draft", draft);
        page.put("register", work.registerValues(context, values));
        page.put("basis", work.basis(context));
        page.put("findings", work.findings(context, values));
        page.put("returned", showsFormer ? returned(task, form) : null);
        return page;
    }

    /** S03 */
    public JsonNode check(String taskId) {
        return acts.perform(ActRequest.of("check.open"), act -> open(check(taskId, act), act));
    }

    /** 確認をはじめる: takes a free check and opens it in one act. Begun again it is opened again, so that no key and no copy of what was shown is kept. */
    public JsonNode begin(String taskId) {
        return acts.perform(ActRequest.of("check.begin"), act -> open(claiming.take(check(taskId, act), act), act));
    }

    private TaskState check(String taskId, Act act) {
        TaskState task = tasks.forChange(taskId, act);
        if (!task.isCheck()) {
            throw Refused.forbidden("casework.task.is-an-entry");
        }
        mayCheck(task, act);
        return task;
    }

    /** Who may not is told who may (screens.md 8.1). */
    private void mayCheck(TaskState task, Act act) {
        try {
            rules.mayWorkOn(task, act);
        } catch (Refused refused) {
            throw refused.with("whoCan", String.join("、", openTasks.whoCan(task.taskId())));
        }
    }

    private Map<String, Object> open(TaskState task, Act act) {
        rules.holdsItNow(task, act);
        markOpened(task, act);
        recordRead(task, act);
        return checkPage(task, act);
    }

    /**
     * Leaves the trace of the opening. Who confirms has answered everything: what a colleague found right in this round is asked again, what they
     * found wrong stays wrong; when they saw it is not when this person does. Shown now is what is typed blind, and of the compared items the one that waits first.
     */
    private void markOpened(TaskState task, Act act) {
        jdbc.update("""
                WITH opened AS (INSERT INTO check_opening (step_id, round, officer_no) VALUES (?, ?, ?) ON CONFLICT DO NOTHING),
                     item AS (SELECT key, item, kind, ordinal, state, NOT carried AND state IN ('matched', 'same') AND answered_by IS DISTINCT FROM ? AS again
                              FROM check_item WHERE step_id = ? AND round = ?),
                     first AS (SELECT item FROM item WHERE again OR state IN ('closed', 'open', 'retype', 'differs') ORDER BY ordinal LIMIT 1)
                UPDATE check_item i SET shown_at = CASE WHEN NOT item.again AND i.shown_at IS NOT NULL THEN i.shown_at WHEN i.kind = 'reenter' OR i.item IN (SELECT item FROM first) THEN clock_timestamp() END,
                       state = CASE WHEN NOT item.again THEN i.state WHEN i.kind = 'reenter' THEN 'open' ELSE 'closed' END,
                       answered_at = CASE WHEN NOT item.again THEN i.answered_at END, answered_by = CASE WHEN NOT item.again THEN i.answered_by END
                FROM item WHERE i.step_id = ? AND i.round = ? AND i.key = item.key AND (i.shown_at IS NULL OR item.again)""", task.stepId(), task.round(), act.officer().no(),
                act.officer().no(), task.stepId(), task.round(), task.stepId(), task.round());
    }

    private Map<String, Object> checkPage(TaskState task, Act act) {
        CheckItems.Round round = items.of(task);
        Map<String, Object> page = head(task, act);
        people(page, task, act);
        page.put("items", itemViews.of(task, round, round.groups()));
        page.put("system", itemViews.system(round));
        page.put("basis", round.content().path("basis"));
        page.put("findings", round.content().path("findings"));
        page.put("form", Map.of("key", round.form().key(), "digest", round.form().digest()));
        return page;
    }

    private Map<String, Object> head(TaskState task, Act act) {
        SignedIn person = new SignedIn(act.session(), act.officer(), null, act.terminal(), null);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("task", openTasks.view(task.taskId(), person));
        page.put("case", heads.head(task.caseId()));
        page.put("stamps", heads.stamps(task.caseId()));
        page.put("version", task.version());
        page.put("sources", evidence.sources(task.caseId()));
        return page;
    }

    private Map<String, Object> draft(TaskState task, Act act, FormSchema form) {
        return jdbc.query("SELECT version, saved_at, field_values, form_digest FROM draft WHERE step_id = ? AND round = ? AND officer_no = ?", row -> {
            if (!row.next()) {
                return null;
            }
            ObjectNode values = (ObjectNode) CanonicalJson.parse(row.getString(3));
            Map<String, Object> draft = new LinkedHashMap<>();
            draft.put("version", row.getInt(1));
            draft.put("savedAt", row.getObject(2, OffsetDateTime.class));
            draft.put("dropped", dropStrangers(values, form));
            draft.put("values", values);
            return draft;
        }, task.stepId(), task.round(), act.officer().no());
    }

    /** A draft older than the form keeps what still fits; the rest is listed by key. */
    private static List<String> dropStrangers(ObjectNode values, FormSchema form) {
        List<String> dropped = new ArrayList<>();
        values.fieldNames().forEachRemaining(key -> {
            if (!form.knows(key)) {
                dropped.add(key);
            }
        });
        values.remove(dropped);
        return dropped;
    }

    private java.util.Optional<ObjectNode> former(TaskState task) {
        return jdbc.query("SELECT content FROM submission WHERE step_id = ? AND round = ?", (row, n) -> (ObjectNode) CanonicalJson.parse(row.getString(1)).path("values"),
                task.stepId(), task.round() - 1).stream().findFirst();
    }

    /** The returned fields with reason and the doer's own former value; never a value the checker typed. */
    private Map<String, Object> returned(TaskState task, FormSchema form) {
        return jdbc.query("SELECT fields, note, checker, at FROM step_return WHERE step_id = ? AND round = ?", row -> {
            if (!row.next()) {
                return null;
            }
            JsonNode fields = CanonicalJson.parse(row.getString(1));
            if (fields.isEmpty()) {
                return null;
            }
            ObjectNode former = former(task).orElseGet(JsonNodeFactory.instance::objectNode);
            Map<String, Object> returned = new LinkedHashMap<>();
            returned.put("note", row.getString(2));
            returned.put("by", who(new OfficerId(row.getString(3)), null, row.getObject(4, OffsetDateTime.class)));
            List<Map<String, Object>> list = new ArrayList<>();
            for (JsonNode field : fields) {
                var answer = form.answer(former, field.path("key").asText());
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("key", field.path("key").asText());
                one.put("label", answer.map(a -> a.field().label()).orElse(field.path("key").asText()));
                one.put("reason", field.path("reason").asText());
                one.put("note", field.path("note").asText(null));
                one.put("formerValue", answer.filter(a -> !a.field().isNumber()).map(FormSchema.Answer::value).orElse(null));
                list.add(one);
            }
            returned.put("fields", list);
            return returned;
        }, task.stepId(), task.round() - 1);
    }

    /** Who entered and who checks now. */
    private void people(Map<String, Object> page, TaskState task, Act act) {
        String me = act.officer().no();
        jdbc.query("""
                SELECT who.no, m.family_name, m.given_name, who.terminal, who.at
                FROM (SELECT 'doer' AS part, doer AS no, terminal, at FROM submission WHERE step_id = ? AND round = ? UNION ALL SELECT 'me', ?, ?, NULL) who
                LEFT JOIN staff_member m ON m.officer_no = who.no ORDER BY who.part""",
                (row, n) -> page.put(n == 0 ? "doer" : "me", who(row.getString(1), CaseHeads.name(row, row.getString(1)), row.getString(4), row.getObject(5, OffsetDateTime.class))),
                task.stepId(), task.round(), me, act.terminal());
    }

    private Map<String, Object> who(OfficerId officer, String terminal, OffsetDateTime at) {
        return who(officer.no(), staff.nameOf(officer), terminal, at);
    }

    private static Map<String, Object> who(String no, String name, String terminal, OffsetDateTime at) {
        Map<String, Object> who = new LinkedHashMap<>();
        who.put("no", no);
        who.put("name", name);
        who.put("terminal", terminal);
        who.put("at", at);
        return who;
    }

    private void recordRead(TaskState task, Act act) {
        audit.record(AuditEvent.read(task.isCheck() ? "check.opened" : "task.opened").inCase(task.caseId()).step(task.stepKey(), task.round(), task.duty())
                .purpose("task:" + task.stepKey()).of(new ArrayList<>(task.addressees())).build());
    }
}
