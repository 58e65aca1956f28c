package jp.futari.casework.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.futari.access.Rights;
import jp.futari.access.Staff;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.casework.model.PersonalNumberLook;
import jp.futari.shared.BusinessClock;
import jp.futari.shared.OfficerId;
import jp.futari.shared.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** 引き受ける・係に戻す・割り当てる・保留: who works on an open task. None of these contributes to a step or checks it. */
@Service
public class ClaimingTasks {

    private final Acts acts;
    private final TaskStates tasks;
    private final StepRules rules;
    private final Rights rights;
    private final Assignees assignees;
    private final Staff staff;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final JdbcTemplate jdbc;
    private final int mostOwnTasks;

    ClaimingTasks(Acts acts, TaskStates tasks, StepRules rules, Rights rights, Assignees assignees, Staff staff, AuditTrail audit, BusinessClock clock, JdbcTemplate jdbc,
                  @Value("${futari.inbox.most-own-tasks:15}") int mostOwnTasks) {
        this.acts = acts;
        this.tasks = tasks;
        this.rules = rules;
        this.rights = rights;
        this.assignees = assignees;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
        this.jdbc = jdbc;
        this.mostOwnTasks = mostOwnTasks;
    }

    /** Each task is settled by itself: a race lost on one does not keep the others. */
    public JsonNode claim(ActRequest request, List<String> ids) {
        return acts.perform(request, act -> Map.of("results", ids.stream().map(id -> settle(id, () -> claimOne(id, act))).toList()));
    }

    private void claimOne(String id, Act act) {
        TaskState task = tasks.forChange(id, act);
        rules.mayWorkOn(task, act);
        take(task, act);
    }

    /** Takes a task this person may work on, unless it is theirs already. @return the task, theirs */
    TaskState take(TaskState task, Act act) {
        String me = act.officer().no();
        if (me.equals(task.claimedBy())) {
            return task;
        }
        if (task.claimedBy() != null) {
            throw Refused.forbidden("casework.task.claimed-by-another", Map.of("by", staff.nameOf(new OfficerId(task.claimedBy()))));
        }
        if (task.heldUntil() != null) {
            throw Refused.forbidden("casework.task.on-hold");
        }
        int claimed = jdbc.update("UPDATE work_item SET claimed_by = ?, claimed_at = clock_timestamp(), version = version + 1 WHERE task_id = ?"
                + " AND (SELECT count(*) FROM work_item mine WHERE mine.claimed_by = ?) < ?", me, task.taskId(), me, mostOwnTasks);
        if (claimed == 0) {   // the row itself is locked by this act
            throw Refused.forbidden("casework.task.too-many-of-my-own", Map.of("most", String.valueOf(mostOwnTasks)));
        }
        audit.record(event("task.claimed", task).build());
        return task.takenBy(me);
    }

    public JsonNode giveBack(ActRequest request, List<String> ids) {
        return acts.perform(request, act -> Map.of("results", ids.stream().map(id -> settle(id, () -> {
            TaskState task = tasks.forChange(id, act);
            rules.holdsItNow(task, act);
            jdbc.update("UPDATE work_item SET claimed_by = NULL, claimed_at = NULL, version = version + 1 WHERE task_id = ?", id);
            audit.record(event("task.given-back", task).build());
        })).toList()));
    }

    /** A chief assigns to someone who could take it now; the assignee still has to act in a session of their own. */
    public JsonNode assign(ActRequest request, List<String> ids, OfficerId to) {
        return acts.perform(request, act -> {
            Rights.Held held = rights.of(act.officer());
            return Map.of("results", ids.stream().map(id -> settle(id, () -> assignOne(id, to, act, held))).toList());
        });
    }

    private void assignOne(String id, OfficerId to, Act act, Rights.Held held) {
        TaskState task = tasks.forChange(id, act);
        if (!Inbox.leads(held, task.section())) {
            throw Refused.forbidden("casework.assign.only-chiefs");
        }
        if (task.heldUntil() != null) {
            throw Refused.forbidden("casework.task.on-hold");
        }
        assignees.whyNot(task, to).ifPresent(code -> {
            throw Refused.forbidden(code);
        });
        jdbc.update("UPDATE work_item SET claimed_by = ?, claimed_at = clock_timestamp(), version = version + 1 WHERE task_id = ?", to.no(), id);
        audit.record(event("task.assigned", task).with("to", to.no()).with("from", task.claimedBy()).build());
    }

    public JsonNode hold(ActRequest request, String id, String reason, LocalDate until) {
        return acts.perform(request, act -> {
            TaskState task = tasks.forChange(id, act);
            rules.holdsItNow(task, act);
            if (reason == null || reason.isBlank() || reason.length() > 200 || until == null || !until.isAfter(clock.today())) {
                throw Refused.unprocessable("casework.hold.reason-and-day");
            }
            PersonalNumberLook.refuse("reason", reason);
            jdbc.update("UPDATE work_item SET held_until = ?, hold_reason = ?, version = version + 1 WHERE task_id = ?", until, reason, id);
            audit.record(event("task.held", task).with("until", until.toString()).build());
            return Map.of("id", id, "heldUntil", until.toString());
        });
    }

    public JsonNode resume(ActRequest request, String id) {
        return acts.perform(request, act -> {
            TaskState task = tasks.forChange(id, act);
            rules.holdsItNow(task, act);
            jdbc.update("UPDATE work_item SET held_until = NULL, hold_reason = NULL, version = version + 1 WHERE task_id = ?", id);
            audit.record(event("task.resumed", task).build());
            return Map.of("id", id);
        });
    }

    private static AuditEvent.Builder event(String action, TaskState task) {
        return AuditEvent.act(action).inCase(task.caseId()).step(task.stepKey(), task.round(), task.duty()).with("task", task.taskId());
    }

    private Map<String, Object> settle(String id, Runnable one) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", id);
        try {
            one.run();
            result.put("ok", true);
        } catch (Refused refused) {
            result.put("ok", false);
            result.put("code", refused.code());
            result.put("params", new LinkedHashMap<>(refused.params()));
            audit.record(AuditEvent.refusal("task.claim").with("task", id.length() > 64 ? "?" : id).with("code", refused.code()).build());
        }
        return result;
    }
}
