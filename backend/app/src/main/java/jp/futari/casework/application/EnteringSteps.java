package jp.futari.casework.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.futari.access.InterestCheck;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.casework.model.FormJudgement;
import jp.futari.casework.model.FormSchema;
import jp.futari.casework.spi.StepWork;
import jp.futari.casework.spi.StepWork.Composition;
import jp.futari.casework.spi.StepWork.StepContext;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.FieldProblem;
import jp.futari.shared.OfficerId;
import jp.futari.shared.Refused;
import jp.futari.workflow.ProcessEngineDoor;
import jp.futari.workflow.StepCatalogue;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** 入力: a person finishes the do task of a step; what they send becomes an immutable submission and opens the check. */
@Service
public class EnteringSteps {

    private final Acts acts;
    private final TaskStates tasks;
    private final StepRules rules;
    private final StepWorks works;
    private final StepContexts contexts;
    private final FormCatalogue forms;
    private final StepCatalogue steps;
    private final AskedItems askedItems;
    private final InterestCheck interests;
    private final ProcessEngineDoor engine;
    private final AuditTrail audit;
    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    EnteringSteps(Acts acts, TaskStates tasks, StepRules rules, StepWorks works, StepContexts contexts, FormCatalogue forms, StepCatalogue steps, AskedItems askedItems,
                  InterestCheck interests,
                  ProcessEngineDoor engine, AuditTrail audit, JdbcTemplate jdbc, ObjectMapper json) {
        this.acts = acts;
        this.tasks = tasks;
        this.rules = rules;
        this.works = works;
        this.contexts = contexts;
        this.forms = forms;
        this.steps = steps;
        this.askedItems = askedItems;
        this.interests = interests;
        this.engine = engine;
        this.audit = audit;
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param alsoClaim claim the task in the same act if it is free
     * @return {@code {caseNo, step, round}}
     * @throws Refused 403 not your claim, right or case; 409 done by another; 412 other version; 422 with the fields that keep it from being sent
     */
    public JsonNode complete(ActRequest request, String taskId, ObjectNode values, boolean alsoClaim) {
        return acts.perform(request, act -> {
            TaskState task = tasks.forChange(taskId, act);
            if (task.isCheck()) {
                throw Refused.forbidden("casework.task.is-a-check");
            }
            rules.mayWorkOn(task, act);
            if (!(alsoClaim && task.claimedBy() == null)) {
                rules.holdsItNow(task, act);
            }
            rules.sawThisVersion(task, request);
            submit(task, act, values, alsoClaim && task.claimedBy() == null);
            return Map.of("caseNo", task.caseNo(), "caseId", task.caseId(), "step", task.stepKey(), "round", task.round());
        });
    }

    private void submit(TaskState task, Act act, ObjectNode values, boolean claimNow) {
        FormSchema form = forms.form(steps.step(task.stepKey()).formKey());
        StepContext context = contexts.of(task, act.officer());
        List<FieldProblem> problems = FormJudgement.problems(form, values, context.today());
        refuse(problems);
        Composition composition = works.of(task.stepKey()).compose(context, values);
        refuse(composition.problems());
        refuseOwnHousehold(act, composition);
        ObjectNode content = content(task, form, values, composition);
        content.set("basis", json.valueToTree(works.of(task.stepKey()).basis(context)));
        UUID id = UUID.randomUUID();
        String text = CanonicalJson.text(content);
        String hash = CanonicalJson.sha256(text);
        List<String> concerned = works.of(task.stepKey()).concerned(values).stream().map(OfficerId::no).sorted().toList();
        store(task, act, id, text, hash, composition, askedItems.of(task, act.officer(), form, values, composition), claimNow, concerned);
        if (!engine.entered(task.taskId())) {
            throw Refused.conflict("casework.task.gone", null);
        }
        audit.record(AuditEvent.act("step.entered").inCase(task.caseId()).step(task.stepKey(), task.round(), "do")
                .with("submission", id).with("hash", hash).with("form", form.key()).with("formDigest", form.digest()).build());
        if (!concerned.isEmpty()) {
            audit.record(AuditEvent.act("step.person-concerned").inCase(task.caseId()).step(task.stepKey(), task.round(), "do").with("submission", id).with("officers", concerned).build());
        }
    }

    /** 利害関係: the people may first be known from what was typed; nobody enters the notice of their own household. */
    private void refuseOwnHousehold(Act act, Composition composition) {
        composition.subject().map(StepWork.Subject::addressees).filter(java.util.Objects::nonNull).flatMap(people -> interests.conflict(act.officer(), people)).ifPresent(tie -> {
            throw Refused.forbidden("casework.interest." + tie);
        });
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw Refused.fields(problems);
        }
    }

    private ObjectNode content(TaskState task, FormSchema form, ObjectNode values, Composition composition) {
        ObjectNode content = json.createObjectNode();
        content.put("case", task.caseId().toString()).put("step", task.stepKey()).put("round", task.round()).put("form", form.key()).put("formDigest", form.digest());
        content.set("values", values);
        content.set("answers", json.valueToTree(composition.answers()));
        content.set("system", json.valueToTree(composition.system()));
        content.set("rules", json.valueToTree(composition.rules()));
        content.set("findings", json.valueToTree(composition.findings()));
        ArrayNode items = content.putArray("items");
        composition.items().forEach(item -> items.add(CanonicalJson.hash(item.content())));
        return content;
    }

    private void store(TaskState task, Act act, UUID id, String text, String hash, Composition composition, List<Map<String, Object>> asked, boolean claimNow,
                       List<String> concerned) {
        Map<String, Object> doc = new LinkedHashMap<>();
        doc.put("id", id);
        doc.put("caseId", task.caseId());
        doc.put("stepId", task.stepId());
        doc.put("stepKey", task.stepKey());
        doc.put("round", task.round());
        doc.put("content", text);
        doc.put("hash", hash);
        doc.put("doer", act.officer().no());
        doc.put("session", act.session());
        doc.put("terminal", act.terminal());
        doc.put("items", items(composition.items()));
        doc.put("asked", asked);
        doc.put("taskId", task.taskId());
        doc.put("claimNow", claimNow);
        composition.subject().ifPresent(subject -> doc.put("subject", subject));
        if (!concerned.isEmpty()) {
            doc.put("concerned", concerned);
        }
        jdbc.query("SELECT submit(?::jsonb)", row -> { }, text(doc));
    }

    private static List<Map<String, Object>> items(List<StepWork.Item> items) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int no = 1; no <= items.size(); no++) {
            StepWork.Item item = items.get(no - 1);
            String content = CanonicalJson.text(item.content());
            rows.add(Map.of("no", no, "effects", item.effects(), "kind", item.kind(), "content", content, "hash", CanonicalJson.sha256(content)));
        }
        return rows;
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a submission cannot be written as JSON", e);
        }
    }
}
