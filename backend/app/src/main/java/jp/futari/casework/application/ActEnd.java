package jp.futari.casework.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.audit.PendingEvents;
import jp.futari.casework.spi.StepWork;
import jp.futari.shared.EffectRows;
import jp.futari.shared.OfficerId;
import jp.futari.workflow.StepCatalogue;
import jp.futari.workflow.StepDefinition;
import jp.futari.workflow.spi.TaskArrivals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 行為の結び: collects what a transaction did (register rows of effects, tasks opened and closed, ended cases, events) and writes it in one
 * statement before the commit, also when the engine's own thread acts.
 */
@Component
class ActEnd implements EffectRows, TaskArrivals {

    private static final Object KEY = new Object();

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final StepCatalogue steps;
    private final PendingEvents events;
    private final EntityManager entities;
    private final AuditTrail audit;
    private final ObjectProvider<StepWorks> works;

    ActEnd(JdbcTemplate jdbc, ObjectMapper json, StepCatalogue steps, PendingEvents events, EntityManager entities, AuditTrail audit, ObjectProvider<StepWorks> works) {
        this.jdbc = jdbc;
        this.json = json;
        this.steps = steps;
        this.events = events;
        this.entities = entities;
        this.audit = audit;
        this.works = works;
    }

    void begin() {
        doings();
    }

    void answered(UUID requestKey, OfficerId officer, String answer) {
        doings().request = Map.of("key", requestKey, "officer", officer.no(), "status", 200, "answer", answer);
    }

    /** Tasks opened so far in this transaction, newest last. */
    List<OpenedTask> openedSoFar() {
        return List.copyOf(doings().opened);
    }

    @Override
    public void wrote(UUID effectId, String table, UUID rowId) {
        doings().effectRows.add(Map.of("effect", effectId, "tab", table, "row", rowId));
    }

    @Override
    public void opened(OpenedTask task) {
        doings().opened.add(task);
    }

    @Override
    public void closed(String taskId, boolean withdrawn) {
        Doings doings = doings();
        if (doings.closed.add(taskId) && withdrawn) {
            doings.withdrawn.add(taskId);
        }
    }

    @Override
    public void caseEnded(UUID caseId, String endEventId) {
        doings().ended.add(Map.of("case", caseId, "end", endEventId));
    }

    private Doings doings() {
        Doings doings = (Doings) TransactionSynchronizationManager.getResource(KEY);
        if (doings == null) {
            if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException("registers and tasks change only inside a transaction");
            }
            doings = new Doings();
            TransactionSynchronizationManager.bindResource(KEY, doings);
            TransactionSynchronizationManager.registerSynchronization(doings);
        }
        return doings;
    }

    private void finish(Doings doings) {
        entities.flush();
        Map<String, Object> doc = new LinkedHashMap<>();
        putSome(doc, "effectRows", doings.effectRows);
        putSome(doc, "withdrawn", doings.withdrawn);
        putSome(doc, "closed", doings.closed);
        putSome(doc, "opened", doings.opened.stream().filter(t -> !doings.closed.contains(t.taskId())).map(this::opening).toList());
        putSome(doc, "ended", doings.ended);
        doc.put("audit", events.take());
        if (doings.request != null) {
            doc.put("request", doings.request);
        }
        try {
            jdbc.query("SELECT finish_act(?::jsonb)", row -> { }, json.writeValueAsString(doc));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the end of an act cannot be written as JSON", e);
        }
    }

    /** What did not happen is left out: the database then asks nothing about it. */
    private static void putSome(Map<String, Object> doc, String what, Collection<?> of) {
        if (!of.isEmpty()) {
            doc.put(what, of);
        }
    }

    private Map<String, Object> opening(OpenedTask task) {
        StepDefinition step = steps.step(task.stepKey());
        Map<String, Object> opening = new LinkedHashMap<>();
        opening.put("task", task.taskId());
        opening.put("caseId", task.caseId());
        opening.put("process", task.processId());
        opening.put("step", task.stepKey());
        opening.put("duty", task.duty());
        opening.put("entry", task.entry());
        opening.put("roles", step.task(task.duty()).roles());
        Optional<String> lifted = apartLifted(task, step.apartFrom());
        opening.put("apartFrom", lifted.isPresent() ? Set.of() : step.apartFrom());
        opening.put("apartLifted", lifted.orElse(null));
        opening.put("approval", steps.approvalKind(task.stepKey()));
        return opening;
    }

    /** 離す工程の例外: decided once, with the entry into the step, and recorded once; a later round and the check find it decided (decision 0041). */
    private Optional<String> apartLifted(OpenedTask task, Set<String> apart) {
        if (apart.isEmpty() || !"do".equals(task.duty())) {
            return Optional.empty();
        }
        Optional<String> lifted = works.getObject().of(task.stepKey()).tooFewToKeepApart(new OpeningStep(task.caseId(), jdbc)).filter(reason -> !isDecided(task));
        lifted.ifPresent(reason -> audit.record(AuditEvent.act("step.apart-lifted").inCase(task.caseId()).step(task.stepKey(), 1, task.duty()).with("from", apart)
                .with("reason", reason).build()));
        return lifted;
    }

    private boolean isDecided(OpenedTask task) {
        return Boolean.TRUE.equals(jdbc.queryForObject("SELECT EXISTS (SELECT FROM step WHERE case_id = ? AND step_key = ? AND entry = ?)", Boolean.class, task.caseId(), task.stepKey(),
                task.entry()));
    }

    private record OpeningStep(UUID caseId, JdbcTemplate jdbc) implements StepWork.Opening {
        @Override
        public Set<OfficerId> shutOut() {
            return jdbc.queryForList("SELECT DISTINCT officer_no FROM interest WHERE case_id = ?", String.class, caseId).stream().map(OfficerId::new).collect(Collectors.toSet());
        }
    }

    private final class Doings implements TransactionSynchronization {
        private final Set<Map<String, Object>> effectRows = new LinkedHashSet<>();
        private final List<OpenedTask> opened = new ArrayList<>();
        private final Set<String> closed = new LinkedHashSet<>();
        private final Set<String> withdrawn = new LinkedHashSet<>();
        private final List<Map<String, Object>> ended = new ArrayList<>();
        private Map<String, Object> request;
        private boolean suspended;

        @Override
        public int getOrder() {
            return 500;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            finish(this);
        }

        @Override
        public void suspend() {
            suspended = TransactionSynchronizationManager.unbindResourceIfPossible(KEY) != null;
        }

        @Override
        public void resume() {
            if (suspended) {
                TransactionSynchronizationManager.bindResource(KEY, this);
            }
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
        }
    }
}
