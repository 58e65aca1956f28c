package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import jp.futari.casework.spi.StepWork;
import org.springframework.stereotype.Component;

/** 却下の通知: the reason the ruling gave, in words the person who gave notice can read. */
@Component
class NotifyingRefusal implements StepWork {

    private final Letters letters;

    NotifyingRefusal(Letters letters) {
        this.letters = letters;
    }

    @Override
    public String stepKey() {
        return "notify-refusal";
    }

    @Override
    public ObjectNode prefill(StepContext step) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        step.approvedValues(DecidingEnrollment.STEP).map(decision -> Texts.of(decision, "refusalReason")).ifPresent(reason -> {
            values.put("reason", reason);
            values.put("noticeText", "届け出のあった国民健康保険の資格について、次の理由により認められませんでした。");
        });
        return values;
    }

    @Override
    public Composition compose(StepContext step, ObjectNode values) {
        return new Remarks().composition(letters.letter(step, values, "print-refusal-notice", "refusal-notice"), Map.of(), null);
    }
}
