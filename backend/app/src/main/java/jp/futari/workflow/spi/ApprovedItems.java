package jp.futari.workflow.spi;

import java.util.List;
import java.util.UUID;
import jp.futari.shared.ApprovedItem;

/** Hands an effect the items of the approval it uses up, and writes the effect rows; implemented by {@code casework}. */
public interface ApprovedItems {

    /**
     * @param effectKey  as the model and the delegate both declare it
     * @param approvedBy the step key the model names, or {@code start}
     * @return the items of the latest valid approval of that step in the case that name this effect, each with its effect row written
     * @throws IllegalStateException if no approval is valid, or it was used up already
     */
    List<ApprovedItem> use(UUID caseId, String effectKey, String approvedBy, String elementId);
}
