package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import jp.futari.casework.spi.StepWork;
import org.springframework.stereotype.Component;

/** 書類の保管: where the papers lie, and how many; the second person counts again (MANUAL-03). */
@Component
class StoringPapers implements StepWork {

    @Override
    public String stepKey() {
        return "store-papers";
    }

    @Override
    public Composition compose(StepContext step, ObjectNode values) {
        Remarks remarks = new Remarks();
        if (values.path("sheets").asInt() < 1) {
            remarks.problem("sheets", "eligibility.papers.none");
        }
        boolean gaveNumber = step.approvedValues(ReceivingNotification.STEP).map(Notification::from).filter(Notification::anybodyGaveNumber).isPresent();
        if (gaveNumber && !"yes".equals(Texts.of(values, "containsNumber"))) {
            remarks.problem("containsNumber", "eligibility.papers.contain-a-number");
        }
        return remarks.composition(List.of(), Map.of(), null);
    }
}
