package jp.futari.casework.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.futari.casework.spi.StepWork.Item;
import jp.futari.casework.spi.StepWork.StepContext;
import jp.futari.shared.BusinessClock;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.OfficerId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Gives a room the case as it stands: earlier confirmed submissions are read when asked for, and only once. */
@Component
class StepContexts {

    private final JdbcTemplate jdbc;
    private final BusinessClock clock;

    StepContexts(JdbcTemplate jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    StepContext of(TaskState task, OfficerId actor) {
        return new Context(task, actor, clock.now());
    }

    private record Approved(UUID submission, JsonNode content) {
    }

    private final class Context implements StepContext {

        private final TaskState task;
        private final OfficerId actor;
        private final Instant now;
        private final Map<String, Optional<Approved>> approved = new LinkedHashMap<>();

        Context(TaskState task, OfficerId actor, Instant now) {
            this.task = task;
            this.actor = actor;
            this.now = now;
        }

        @Override
        public UUID caseId() {
            return task.caseId();
        }

        @Override
        public String caseNo() {
            return task.caseNo();
        }

        @Override
        public String kind() {
            return task.kind();
        }

        @Override
        public String stepKey() {
            return task.stepKey();
        }

        @Override
        public UUID stepId() {
            return task.stepId();
        }

        @Override
        public int round() {
            return task.round();
        }

        @Override
        public LocalDate receivedOn() {
            return task.receivedOn();
        }

        @Override
        public String channel() {
            return task.channel();
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public LocalDate today() {
            return LocalDate.ofInstant(now, BusinessClock.ZONE);
        }

        @Override
        public OfficerId actor() {
            return actor;
        }

        @Override
        public Optional<String> apartLifted() {
            return Optional.ofNullable(task.apartLifted());
        }

        @Override
        public Set<String> addressees() {
            return task.addressees();
        }

        @Override
        public ObjectNode params() {
            return task.params().deepCopy();
        }

        @Override
        public Optional<ObjectNode> approvedValues(String stepKey) {
            return latest(stepKey).map(a -> (ObjectNode) a.content().path("values").deepCopy());
        }

        @Override
        public List<Item> approvedItems(String stepKey) {
            return latest(stepKey).map(a -> jdbc.query("SELECT effects, kind, content FROM submission_item WHERE submission_id = ? ORDER BY item_no",
                    (row, n) -> new Item(new LinkedHashSet<>(TaskStates.strings(row.getArray(1))), row.getString(2), CanonicalJson.parse(row.getString(3))), a.submission()))
                    .orElse(List.of());
        }

        private Optional<Approved> latest(String stepKey) {
            return approved.computeIfAbsent(stepKey, key -> jdbc.query("""
                    SELECT s.id, s.content FROM approval a JOIN submission s ON s.id = a.submission_id
                    WHERE a.case_id = ? AND a.step_key = ? ORDER BY a.at DESC LIMIT 1""",
                    (row, n) -> new Approved(row.getObject(1, UUID.class), CanonicalJson.parse(row.getString(2))), task.caseId(), key).stream().findFirst());
        }
    }
}
