package jp.futari.casework.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import jp.futari.access.CurrentOfficer;
import jp.futari.access.SignedIn;
import jp.futari.casework.model.FormSchema;
import jp.futari.mynumber.CandidateId;
import jp.futari.mynumber.CandidatePlace;
import jp.futari.mynumber.Comparison;
import jp.futari.mynumber.NumberVault;
import jp.futari.mynumber.spi.CandidateGround;
import jp.futari.mynumber.spi.RevealGround;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.Refused;
import jp.futari.workflow.StepCatalogue;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells the vault who holds which task, and carries the checker's typed number into it. */
@Component
class VaultGrounds implements CandidateGround, NumberAttempts {

    private final TaskStates tasks;
    private final StepRules rules;
    private final FormCatalogue forms;
    private final StepCatalogue steps;
    private final CurrentOfficer current;
    private final NumberVault vault;
    private final JdbcTemplate jdbc;

    VaultGrounds(TaskStates tasks, StepRules rules, FormCatalogue forms, StepCatalogue steps, CurrentOfficer current, @org.springframework.context.annotation.Lazy NumberVault vault,
                 JdbcTemplate jdbc) {
        this.tasks = tasks;
        this.rules = rules;
        this.forms = forms;
        this.steps = steps;
        this.current = current;
        this.vault = vault;
        this.jdbc = jdbc;
    }

    @Override
    public Ground of(String taskId, String field) {
        SignedIn person = current.get();
        TaskState task = heldBy(person, taskId);
        numberField(task, field);
        if (task.isCheck()) {
            onlyForTheBlindCompare(task, field);
        }
        return new Ground(person.sessionRef(), new CandidatePlace(task.caseId(), task.stepKey(), field));
    }

    /** In a check a number is typed for one reason only: to be compared, now, with the one that was entered. */
    private void onlyForTheBlindCompare(TaskState task, String field) {
        if (!Boolean.TRUE.equals(jdbc.queryForObject("SELECT EXISTS (SELECT FROM check_item WHERE step_id = ? AND round = ? AND key = ? AND kind = 'reenter' AND state IN ('open', 'retype'))",
                Boolean.class, task.stepId(), task.round(), field))) {
            throw Refused.forbidden("mynumber.candidate.not-asked-now");
        }
    }

    private TaskState heldBy(SignedIn person, String taskId) {
        Act act = new Act(person.officer(), person.sessionRef(), person.terminalNo());
        TaskState task = tasks.forReading(taskId, act);
        rules.mayWorkOn(task, act);
        rules.holdsItNow(task, act);
        return task;
    }

    private void numberField(TaskState task, String key) {
        String bare = key.substring(key.lastIndexOf('.') + 1);
        if (key.length() > 80 || forms.form(steps.step(task.stepKey()).formKey()).fields().stream().noneMatch(f -> f.isNumber() && f.key().equals(bare))) {
            throw Refused.unprocessable("mynumber.no-such-field");
        }
    }

    @Override
    public Attempt attempt(TaskState task, String key, UUID entered, char[] typed, UUID session) {
        return attempt(entered, vault.candidate(typed, new CandidatePlace(task.caseId(), task.stepKey(), key), session).value(), session);
    }

    @Override
    public Attempt attempt(UUID entered, UUID typed, UUID session) {
        Comparison comparison = vault.match(new CandidateId(entered), new CandidateId(typed), session);
        return new Attempt(typed, comparison.matches(), comparison.attemptsLeft());
    }

    /** 表示の根拠: the checker who holds the task now, settling a mismatch of this very field. */
    @Component
    static class Reveals implements RevealGround {

        private final VaultGrounds grounds;
        private final JdbcTemplate jdbc;

        Reveals(VaultGrounds grounds, JdbcTemplate jdbc) {
            this.grounds = grounds;
            this.jdbc = jdbc;
        }

        @Override
        public Ground of(String taskId, String field, String purpose) {
            SignedIn person = grounds.current.get();
            TaskState task = grounds.heldBy(person, taskId);
            if (!task.isCheck()) {
                throw Refused.forbidden("mynumber.reveal.only-in-a-check");
            }
            Integer differs = jdbc.query("SELECT differs FROM check_item WHERE step_id = ? AND round = ? AND key = ?", row -> row.next() ? row.getInt(1) : 0, task.stepId(), task.round(), field);
            if (differs == null || differs == 0) {
                throw Refused.forbidden("mynumber.reveal.no-mismatch");
            }
            return new Ground(person.sessionRef(), new CandidatePlace(task.caseId(), task.stepKey(), field), entered(task, field));
        }

        private CandidateId entered(TaskState task, String field) {
            ObjectNode values = (ObjectNode) CanonicalJson.parse(jdbc.queryForObject("SELECT content FROM submission WHERE step_id = ? AND round = ?", String.class, task.stepId(), task.round()))
                    .path("values");
            FormSchema form = grounds.forms.form(grounds.steps.step(task.stepKey()).formKey());
            return form.answer(values, field).filter(a -> a.field().isNumber() && !a.isEmpty()).map(a -> CandidateId.of(a.value().asText()))
                    .orElseThrow(() -> Refused.unprocessable("mynumber.no-such-field"));
        }
    }
}
