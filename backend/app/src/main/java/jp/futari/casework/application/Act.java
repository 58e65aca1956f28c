package jp.futari.casework.application;

import java.util.UUID;
import jp.futari.shared.OfficerId;

/** The running act: who, where, and what it turned out to touch (for the record, also of a refusal). */
public final class Act {

    private final OfficerId officer;
    private final UUID session;
    private final String terminal;
    private UUID caseId;
    private String stepKey;
    private Integer round;
    private String duty;

    Act(OfficerId officer, UUID session, String terminal) {
        this.officer = officer;
        this.session = session;
        this.terminal = terminal;
    }

    public OfficerId officer() {
        return officer;
    }

    public UUID session() {
        return session;
    }

    public String terminal() {
        return terminal;
    }

    void touches(UUID theCase, String step, Integer inRound, String withDuty) {
        caseId = theCase;
        stepKey = step;
        round = inRound;
        duty = withDuty;
    }

    UUID caseId() {
        return caseId;
    }

    String stepKey() {
        return stepKey;
    }

    Integer round() {
        return round;
    }

    String duty() {
        return duty;
    }
}
