package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.futari.casework.spi.StepWork.Item;
import jp.futari.casework.spi.StepWork.StepContext;
import jp.futari.shared.BusinessClock;
import jp.futari.shared.OfficerId;

/** A step on 18 November 2026, after the submissions a test gives it. */
final class AStep implements StepContext {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private final UUID caseId = UUID.randomUUID();
    private final Map<String, ObjectNode> approved = new HashMap<>();
    private final ObjectNode params = JsonNodeFactory.instance.objectNode();

    AStep after(String step, ObjectNode values) {
        approved.put(step, values);
        return this;
    }

    AStep openedWith(String key, String value) {
        params.put(key, value);
        return this;
    }

    @Override
    public UUID caseId() {
        return caseId;
    }

    @Override
    public String caseNo() {
        return "R8-資-004512";
    }

    @Override
    public String kind() {
        return "enrollment";
    }

    @Override
    public String stepKey() {
        return "any";
    }

    @Override
    public Optional<String> apartLifted() {
        return Optional.empty();
    }

    @Override
    public UUID stepId() {
        return caseId;
    }

    @Override
    public int round() {
        return 1;
    }

    @Override
    public LocalDate receivedOn() {
        return TODAY;
    }

    @Override
    public String channel() {
        return "counter";
    }

    @Override
    public Instant now() {
        return TODAY.atTime(10, 0).atZone(BusinessClock.ZONE).toInstant();
    }

    @Override
    public LocalDate today() {
        return TODAY;
    }

    @Override
    public OfficerId actor() {
        return new OfficerId("S001");
    }

    @Override
    public Set<String> addressees() {
        return Set.of();
    }

    @Override
    public ObjectNode params() {
        return params;
    }

    @Override
    public Optional<ObjectNode> approvedValues(String stepKey) {
        return Optional.ofNullable(approved.get(stepKey));
    }

    @Override
    public List<Item> approvedItems(String stepKey) {
        return List.of();
    }
}
