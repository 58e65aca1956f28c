package jp.futari.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jp.futari.audit.spi.ActorSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** Writes events in one multi-row statement at the end of the transaction; if that fails, the transaction fails. */
@Component
class JdbcAuditTrail implements AuditTrail, PendingEvents {

    private static final Object PENDING = new Object();
    private static final String INSERT = """
            INSERT INTO audit_event (id, at, kind, action, officer, terminal, session, case_id, step_key, round, duty, purpose, subjects, what, leaf)
            SELECT a.id, clock_timestamp(), a.kind, a.action, a.officer, a.terminal, a.session, a."caseId", a.step, a.round, a.duty, a.purpose,
                   coalesce(a.subjects, '{}'), coalesce(a.what, '{}'), ''
            FROM jsonb_to_recordset(?::jsonb) AS a(id uuid, kind text, action text, officer text, terminal text, session uuid, "caseId" uuid, step text, round int,
                 duty text, purpose text, subjects text[], what jsonb)""";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Supplier<Optional<ActorSource>> actors;
    private final TransactionTemplate apart;

    JdbcAuditTrail(JdbcTemplate jdbc, ObjectMapper json, ObjectProvider<ActorSource> actors, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.json = json;
        this.actors = SingletonSupplier.of(() -> actors.stream().findFirst());   // asked late, because the source is built on top of this; and once
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void record(AuditEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            recordApart(event);
            return;
        }
        pending().add(row(event));
    }

    @Override
    public void recordApart(AuditEvent event) {
        Map<String, Object> row = row(event);
        apart.executeWithoutResult(status -> write(List.of(row)));
    }

    @Override
    public List<Map<String, Object>> take() {
        List<Map<String, Object>> pending = pending();
        List<Map<String, Object>> taken = new ArrayList<>(pending);
        pending.clear();
        return taken;
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> pending() {
        if (!TransactionSynchronizationManager.hasResource(PENDING)) {
            TransactionSynchronizationManager.bindResource(PENDING, new ArrayList<Map<String, Object>>());
            TransactionSynchronizationManager.registerSynchronization(new WriteAtTheEnd());
        }
        return (List<Map<String, Object>>) TransactionSynchronizationManager.getResource(PENDING);
    }

    private void write(List<Map<String, Object>> rows) {
        try {
            jdbc.update(INSERT, json.writeValueAsString(rows));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of the record cannot be written as JSON", e);
        }
    }

    private Map<String, Object> row(AuditEvent event) {
        var actor = actors.get().flatMap(ActorSource::current).orElse(new ActorSource.Actor(null, null, null));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", UUID.randomUUID());
        row.put("kind", event.kind().name());
        row.put("action", event.action());
        row.put("officer", event.officer() != null ? event.officer() : actor.officer());
        row.put("terminal", actor.terminal());
        row.put("session", actor.session());
        row.put("caseId", event.caseId());
        row.put("step", event.stepKey());
        row.put("round", event.round());
        row.put("duty", event.duty());
        row.put("purpose", event.purpose());
        row.put("subjects", event.subjects());
        row.put("what", event.what());
        return row;
    }

    private final class WriteAtTheEnd implements TransactionSynchronization {

        private Object suspended;

        @Override
        public int getOrder() {
            return 1000;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            List<Map<String, Object>> rows = take();
            if (!rows.isEmpty()) {
                write(rows);
            }
        }

        @Override
        public void suspend() {
            suspended = TransactionSynchronizationManager.unbindResourceIfPossible(PENDING);
        }

        @Override
        public void resume() {
            if (suspended != null) {
                TransactionSynchronizationManager.bindResource(PENDING, suspended);
            }
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(PENDING);
        }
    }
}
