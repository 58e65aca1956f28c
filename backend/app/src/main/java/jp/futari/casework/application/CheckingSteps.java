package jp.futari.casework.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.casework.model.PersonalNumberLook;
import jp.futari.casework.model.Sameness;
import jp.futari.shared.BusinessClock;
import jp.futari.shared.Refused;
import jp.futari.workflow.ProcessEngineDoor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** 確認: a second person answers item by item and confirms the step or sends it back. There is no bulk check and no override. */
@Service
public class CheckingSteps {

    /** What a browser sends for a number: the id of the candidate that the vault has already sealed. */
    private static final Pattern SEALED = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** From now on the item that waits first is seen (screens.md 8.5). */
    private static final String SHOW_NEXT = "UPDATE check_item SET shown_at = clock_timestamp() WHERE step_id = ? AND round = ? AND item = ? AND shown_at IS NULL";

    private final Acts acts;
    private final TaskStates tasks;
    private final StepRules rules;
    private final CheckItems items;
    private final CheckItemViews views;
    private final NumberAttempts numbers;
    private final ProcessEngineDoor engine;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    CheckingSteps(Acts acts, TaskStates tasks, StepRules rules, CheckItems items, CheckItemViews views, NumberAttempts numbers, ProcessEngineDoor engine, AuditTrail audit,
                  BusinessClock clock, JdbcTemplate jdbc, ObjectMapper json) {
        this.acts = acts;
        this.tasks = tasks;
        this.rules = rules;
        this.items = items;
        this.views = views;
        this.numbers = numbers;
        this.engine = engine;
        this.audit = audit;
        this.clock = clock;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** 入れて照合: the checker types the value from the source; the answer says match or differ and nothing else. */
    public JsonNode attempt(ActRequest request, String taskId, String key, String typed) {
        return acts.perform(request, act -> {
            TaskState task = held(taskId, act);
            CheckItems.Round round = items.of(task);
            CheckItemState item = round.item(key);
            if (!item.takesAttempt() || typed == null || typed.isBlank() || typed.length() > 2000) {
                throw Refused.unprocessable(item.takesAttempt() ? "casework.check.attempt-empty" : "casework.check.no-attempt-now");
            }
            if (!item.field().isNumber()) {
                PersonalNumberLook.refuse(key, typed);
            }
            Attempt attempt = item.field().isNumber() ? numberAttempt(task, item, typed, act) : new Attempt(typed, null, Sameness.same(item.field().type(), item.entered(), typed));
            boolean match = attempt.match();
            boolean revealed = !item.field().isNumber() && !match && item.differs() + 1 >= CheckItemState.BLIND_ATTEMPTS;
            CheckItems.Round now = round.with(List.of(item.attempted(match, revealed, attempt.value())));
            storeAttempt(task, item, attempt, revealed, now, act);
            audit.record(event("check.attempted", task).with("field", key).with("result", match ? "match" : "differ").with("attempt", item.attempts() + 1).build());
            return answered(task, now, key, Map.of("result", match ? "match" : "differ"));
        });
    }

    /** A typed value, or for a personal number only the candidate the vault keeps of it. */
    private record Attempt(String value, UUID candidate, boolean match) {
    }

    private Attempt numberAttempt(TaskState task, CheckItemState item, String typed, Act act) {
        UUID entered = UUID.fromString(item.entered().asText());
        NumberAttempts.Attempt attempt = SEALED.matcher(typed).matches() ? numbers.attempt(entered, UUID.fromString(typed), act.session())
                : numbers.attempt(task, item.key(), entered, typed.toCharArray(), act.session());
        return new Attempt(null, attempt.candidate(), attempt.match());
    }

    private void storeAttempt(TaskState task, CheckItemState item, Attempt attempt, boolean revealed, CheckItems.Round now, Act act) {
        jdbc.update("WITH shown AS (" + SHOW_NEXT + """
                ), typed AS (
                    INSERT INTO check_attempt (step_id, round, key, no, officer_no, value, candidate, result, terminal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    RETURNING step_id, round, key, officer_no, result
                )
                UPDATE check_item i SET state = CASE t.result WHEN 'match' THEN 'matched' ELSE 'differs' END, attempts = i.attempts + 1, differs = i.differs + (t.result = 'differ')::int,
                       revealed = ?, answered_at = clock_timestamp(), answered_by = t.officer_no
                FROM typed t WHERE i.step_id = t.step_id AND i.round = t.round AND i.key = t.key""", task.stepId(), task.round(), nextKey(now, item.key()), task.stepId(), task.round(), item.key(), item.attempts() + 1, act.officer().no(),
                attempt.value(), attempt.candidate(), attempt.match() ? "match" : "differ", act.terminal(), revealed);
    }

    /** 四つの答え, and 打ち直す after a first differ, to one item. An item that was revealed can no longer become the same. */
    public JsonNode answer(ActRequest request, String taskId, String key, ItemAnswer answer) {
        return acts.perform(request, act -> {
            TaskState task = held(taskId, act);
            CheckItems.Round round = items.of(task);
            List<CheckItemState> changed = answer.judge(round, round.group(key));
            CheckItems.Round now = round.with(changed);
            storeAnswer(task, key, changed, now, act);
            audit.record(event("check.answered", task).with("field", key).with("answer", answer.answer()).with("fields", answer.fields()).with("reason", answer.reason()).build());
            return answered(task, now, key, Map.of());
        });
    }

    /** One row per field of the item, none where all of it was carried over as the same, and the moment from which the next item is seen. */
    private void storeAnswer(TaskState task, String key, List<CheckItemState> changed, CheckItems.Round now, Act act) {
        jdbc.update("WITH shown AS (" + SHOW_NEXT + """
                )
                UPDATE check_item i SET state = n.state, revealed = n.revealed, reason = n.reason, note = n.note, answered_at = clock_timestamp(), answered_by = ?
                FROM jsonb_to_recordset(?::jsonb) AS n(key text, state text, revealed boolean, reason text, note text) WHERE i.step_id = ? AND i.round = ? AND i.key = n.key""", task.stepId(),
                task.round(), nextKey(now, key), act.officer().no(), text(changed.stream().map(CheckingSteps::row).toList()), task.stepId(), task.round());
    }

    private static Map<String, Object> row(CheckItemState field) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("key", field.key());
        row.put("state", field.state());
        row.put("revealed", field.revealed());
        row.put("reason", field.reason());
        row.put("note", field.note());
        return row;
    }

    /** The item that is seen from now on, never the one just answered: one statement changes a row once. */
    private static String nextKey(CheckItems.Round now, String answered) {
        return now.next().map(CheckItemGroup::key).filter(key -> !key.equals(answered)).orElse(null);
    }

    private Map<String, Object> answered(TaskState task, CheckItems.Round now, String key, Map<String, Object> more) {
        CheckItemGroup item = now.group(key);
        Map<String, Object> answer = new LinkedHashMap<>(more);
        answer.put("attemptsLeft", item.first().attemptsLeft());
        List<CheckItemGroup> shown = new ArrayList<>(List.of(item));
        now.next().ifPresent(shown::add);
        List<Map<String, Object>> seen = views.of(task, now, shown);
        answer.put("item", seen.get(0));
        answer.put("next", seen.size() > 1 ? seen.get(1) : null);
        answer.put("version", task.version());
        return answer;
    }

    /** 確認を終える: the only act that makes an approval. The database finds the person from the session and asks everything again. */
    public JsonNode confirm(ActRequest request, String taskId) {
        return acts.perform(request, act -> {
            TaskState task = held(taskId, act);
            rules.sawThisVersion(task, request);
            rules.freshlyIdentified(task, clock.now());
            CheckItems.Round round = items.of(task);
            List<String> open = round.groups().stream().filter(g -> !g.isSettled()).map(CheckItemGroup::key).toList();
            if (!open.isEmpty()) {
                throw Refused.conflict("casework.check.open-items", Map.of("open", open));
            }
            UUID approval = jdbc.queryForObject("SELECT approve(?, ?::jsonb)", UUID.class, task.taskId(), text(verification(round)));
            if (!engine.confirmed(task.taskId(), answers(round.content()))) {
                throw Refused.conflict("casework.task.gone", null);
            }
            audit.record(event("step.confirmed", task).with("approval", approval).with("submissionHash", hash(round.content())).build());
            return Map.of("caseNo", task.caseNo(), "caseId", task.caseId(), "step", task.stepKey(), "approval", approval);
        });
    }

    private static Map<String, Object> verification(CheckItems.Round round) {
        Map<String, Object> verification = new LinkedHashMap<>();
        round.items().forEach(i -> verification.put(i.key(), Map.of("kind", i.kind(), "state", i.state(), "attempts", i.attempts(), "carried", i.carried(), "item", i.item())));
        round.content().path("system").fields().forEachRemaining(e -> verification.putIfAbsent(e.getKey(), Map.of("kind", "system", "state", e.getValue().asText())));
        return verification;
    }

    private static Map<String, String> answers(JsonNode content) {
        Map<String, String> answers = new HashMap<>();
        content.path("answers").fields().forEachRemaining(e -> answers.put(e.getKey(), e.getValue().asText()));
        return answers;
    }

    private static String hash(JsonNode content) {
        return jp.futari.shared.CanonicalJson.hash(content);
    }

    /** One returned field as the checker names it: key, reason, and a note. */
    public record ReturnedField(String key, String reason, String note) {
    }

    /** 差し戻す: a new round of the same step. The checker's own values never reach the person who corrects. */
    public JsonNode giveBack(ActRequest request, String taskId, String note, List<ReturnedField> fields) {
        return acts.perform(request, act -> {
            TaskState task = held(taskId, act);
            rules.sawThisVersion(task, request);
            CheckItems.Round round = items.of(task);
            List<ReturnedField> judged = judge(round, fields, note);
            jdbc.update("INSERT INTO step_return (step_id, round, checker, session, fields, note) VALUES (?, ?, ?, ?, ?::jsonb, ?)", task.stepId(), task.round(), act.officer().no(),
                    act.session(), text(judged), note);
            if (!engine.returned(task.taskId())) {
                throw Refused.conflict("casework.task.gone", null);
            }
            audit.record(event("step.returned", task).with("fields", judged.stream().map(f -> Map.of("key", f.key(), "reason", f.reason())).toList()).build());
            return Map.of("caseNo", task.caseNo(), "caseId", task.caseId(), "step", task.stepKey(), "round", task.round() + 1);
        });
    }

    private static List<ReturnedField> judge(CheckItems.Round round, List<ReturnedField> fields, String note) {
        if (fields == null || fields.isEmpty() || fields.size() > 200 || note != null && note.length() > 500) {
            throw Refused.unprocessable("casework.return.needs-a-field");
        }
        PersonalNumberLook.refuse("note", note);
        List<ReturnedField> judged = new ArrayList<>();
        for (ReturnedField field : fields) {
            PersonalNumberLook.refuse("fields", field.note());
            boolean known = field.key() != null && round.form().answer(round.values(), field.key()).isPresent();
            boolean noted = field.note() == null || field.note().length() <= 200;
            if (!known || !ItemAnswer.REASONS.contains(field.reason() == null ? "" : field.reason()) || !noted || "other".equals(field.reason()) && (field.note() == null || field.note().isBlank())) {
                throw Refused.unprocessable("casework.return.reason-unknown");
            }
            judged.add(field);
        }
        Set<String> named = judged.stream().map(ReturnedField::key).collect(java.util.stream.Collectors.toSet());
        if (round.items().stream().anyMatch(i -> (i.isAnswered() && !i.isSettled() || "differs".equals(i.state())) && !named.contains(i.key()))) {
            throw Refused.unprocessable("casework.return.difference-missing");
        }
        return judged;
    }

    private TaskState held(String taskId, Act act) {
        TaskState task = tasks.forChange(taskId, act);
        if (!task.isCheck()) {
            throw Refused.forbidden("casework.task.is-an-entry");
        }
        rules.mayWorkOn(task, act);
        rules.holdsItNow(task, act);
        return task;
    }

    private static AuditEvent.Builder event(String action, TaskState task) {
        return AuditEvent.act(action).inCase(task.caseId()).step(task.stepKey(), task.round(), "check");
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
