package jp.futari.mynumber.spi;

import java.util.UUID;
import jp.futari.mynumber.CandidateId;
import jp.futari.mynumber.CandidatePlace;

/** Says whether a number may be shown here: the person of the session holds this task now, and its step allows this purpose. Implemented by {@code casework}. */
public interface RevealGround {

    /** @throws jp.futari.shared.Refused when the person does not hold the task, or the step allows no reveal for this purpose */
    Ground of(String taskId, String field, String purpose);

    /** @param session reference of the staff session; @param candidate the number the entry submitted for this field */
    record Ground(UUID session, CandidatePlace place, CandidateId candidate) {
    }
}
