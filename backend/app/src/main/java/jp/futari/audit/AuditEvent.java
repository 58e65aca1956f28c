package jp.futari.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One event of the record (architecture.md section 4). {@code what} holds field names, hashes and codes, never a personal number and no
 * personal values; {@code subjects} are the addressee numbers or case numbers whose record was touched or shown.
 */
public record AuditEvent(Kind kind, String action, UUID caseId, String stepKey, Integer round, String duty, String purpose, List<String> subjects,
                         Map<String, Object> what, String officer) {

    public enum Kind { ACT, READ, REFUSAL, SYSTEM }

    public static Builder act(String action) {
        return new Builder(Kind.ACT, action);
    }

    public static Builder read(String action) {
        return new Builder(Kind.READ, action);
    }

    public static Builder refusal(String action) {
        return new Builder(Kind.REFUSAL, action);
    }

    public static Builder system(String action) {
        return new Builder(Kind.SYSTEM, action);
    }

    /** Says step by step what happened. */
    public static final class Builder {
        private final Kind kind;
        private final String action;
        private UUID caseId;
        private String stepKey;
        private Integer round;
        private String duty;
        private String purpose;
        private List<String> subjects = List.of();
        private String officer;
        private final Map<String, Object> what = new LinkedHashMap<>();

        private Builder(Kind kind, String action) {
            this.kind = kind;
            this.action = action;
        }

        public Builder inCase(UUID value) {
            caseId = value;
            return this;
        }

        public Builder step(String key, Integer inRound, String withDuty) {
            stepKey = key;
            round = inRound;
            duty = withDuty;
            return this;
        }

        /** Why the data was looked at: a queue, a case, a search. */
        public Builder purpose(String value) {
            purpose = value;
            return this;
        }

        public Builder of(List<String> addresseeOrCaseNumbers) {
            subjects = List.copyOf(addresseeOrCaseNumbers);
            return this;
        }

        public Builder with(String name, Object value) {
            if (value != null) {
                what.put(name, value);
            }
            return this;
        }

        /** Only where nobody is signed in (sign-in itself, bootstrap). */
        public Builder by(String officerNo) {
            officer = officerNo;
            return this;
        }

        public AuditEvent build() {
            return new AuditEvent(kind, action, caseId, stepKey, round, duty, purpose, subjects, what, officer);
        }
    }
}
