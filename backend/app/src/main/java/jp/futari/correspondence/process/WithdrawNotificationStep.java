package jp.futari.correspondence.process;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.futari.casework.spi.StepWork;
import jp.futari.correspondence.PrintableText;
import jp.futari.correspondence.model.PaperKind;
import jp.futari.shared.FieldProblem;
import jp.futari.shared.jp.EraDate;
import org.springframework.stereotype.Component;

/** 取下げの通知: tells the head of the household that nothing was registered. */
@Component
class WithdrawNotificationStep implements StepWork {

    private final NoticeContents notices;
    private final PrintableText printable;

    WithdrawNotificationStep(NoticeContents notices, PrintableText printable) {
        this.notices = notices;
        this.printable = printable;
    }

    @Override
    public String stepKey() {
        return "withdraw-notification";
    }

    @Override
    public ObjectNode prefill(StepContext step) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        values.put("noticeText", EraDate.written(step.receivedOn()) + "に受け付けた国民健康保険の届出は、届け出た方の申出により取り下げられましたので、お知らせします。");
        return values;
    }

    @Override
    public Composition compose(StepContext step, ObjectNode values) {
        ObjectNode content = notices.of(PaperKind.WITHDRAWAL_NOTICE, step, values);
        List<String> missing = printable.missing(content.toString());
        if (!missing.isEmpty()) {
            return Composition.refused(List.of(FieldProblem.of("noticeText", "correspondence.glyph.missing", Map.of("codes", String.join(", ", missing)))));
        }
        return Composition.of(List.of(new Item(Set.of("print-withdrawal-notice"), "withdrawal-notice", content)), Map.of());
    }
}
