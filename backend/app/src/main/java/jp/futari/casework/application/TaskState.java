package jp.futari.casework.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** An open task with its step and case as they are in the database now; {@code whyNot} says why this person may not act, or null. */
record TaskState(String taskId, UUID caseId, UUID stepId, String stepKey, String duty, int round, Set<String> roles, String section, String claimedBy, LocalDate heldUntil,
                 int version, String caseNo, String kind, String processId, String channel, LocalDate receivedOn, ObjectNode params, Set<String> addressees, Instant due,
                 String title, String subjectName, String apartLifted, String whyNot) {

    /** The same task after this act took it for this person. */
    TaskState takenBy(String officer) {
        return new TaskState(taskId, caseId, stepId, stepKey, duty, round, roles, section, officer, heldUntil, version + 1, caseNo, kind, processId, channel, receivedOn, params,
                addressees, due, title, subjectName, apartLifted, whyNot);
    }

    boolean isCheck() {
        return "check".equals(duty);
    }
}
