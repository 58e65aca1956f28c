package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.futari.casework.spi.StepWork;
import jp.futari.eligibility.EligibilityLookup;
import org.springframework.stereotype.Component;

/** 取下げ: the notice is taken back. What was registered before stays registered and is told: losing it needs a notice of its own. */
@Component
class WithdrawingNotification implements StepWork {

    private final Letters letters;
    private final EligibilityLookup lookup;

    WithdrawingNotification(Letters letters, EligibilityLookup lookup) {
        this.letters = letters;
        this.lookup = lookup;
    }

    @Override
    public String stepKey() {
        return "withdraw-notification";
    }

    @Override
    public ObjectNode prefill(StepContext step) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        Optional.ofNullable(Texts.of(step.params(), "withdrawalReason")).ifPresent(reason -> values.put("reason", reason));
        values.put("noticeText", "届け出のあった国民健康保険の資格について、取下げを受け付けました。この届による手続きは行いません。");
        return values;
    }

    @Override
    public List<Finding> findings(StepContext step, ObjectNode values) {
        return registered(step).findings();
    }

    @Override
    public Composition compose(StepContext step, ObjectNode values) {
        return registered(step).composition(letters.letter(step, values, "print-withdrawal-notice", "withdrawal-notice"), Map.of(), null);
    }

    private Remarks registered(StepContext step) {
        Remarks remarks = new Remarks();
        boolean registered = ReceivedNotice.notice(step).persons().stream().flatMap(applicant -> lookup.periodsOf(applicant.addresseeNo()).stream())
                .anyMatch(period -> step.caseNo().equals(period.caseNo()));
        if (registered) {
            remarks.warn("eligibility.withdrawal.registered-already", Map.of(), "法8条・規12条・規13条");
        }
        return remarks;
    }
}
