package jp.futari.mynumber.spi;

import java.util.UUID;
import jp.futari.mynumber.CandidatePlace;

/** Says where a typed number belongs: the person of the session holds this task now, and its form has this number field. Implemented by {@code casework}. */
public interface CandidateGround {

    /** @throws jp.futari.shared.Refused when the person does not hold the task, or the step has no such field */
    Ground of(String taskId, String field);

    /** @param session reference of the staff session */
    record Ground(UUID session, CandidatePlace place) {
    }
}
