package jp.futari.workflow.spi;

import java.util.UUID;

/** Hears, inside the engine's transaction, that a task of a human step opened or closed and that a case ended; implemented by {@code casework}. */
public interface TaskArrivals {

    void opened(OpenedTask task);

    void closed(String taskId, boolean withdrawn);

    void caseEnded(UUID caseId, String endEventId);

    /** @param entry identifies this entry into the step's sub-process: a later entry is a new step instance, a return is a new round */
    record OpenedTask(String taskId, UUID caseId, String processId, String stepKey, String duty, String elementId, String entry) {
    }
}
