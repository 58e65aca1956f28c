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

/** 却下の通知: reason and text are checked word by word; the paper carries 教示. */
@Component
class NotifyRefusalStep implements StepWork {

    private final NoticeContents notices;
    private final PrintableText printable;

    NotifyRefusalStep(NoticeContents notices, PrintableText printable) {
        this.notices = notices;
        this.printable = printable;
    }

    @Override
    public String stepKey() {
        return "notify-refusal";
    }

    @Override
    public ObjectNode prefill(StepContext step) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        step.approvedValues("decide-enrollment").map(decided -> decided.path("refusalReason").asText("")).filter(reason -> !reason.isBlank())
                .ifPresent(reason -> values.put("reason", reason));
        values.put("noticeText", EraDate.written(step.receivedOn()) + "に受け付けた国民健康保険の資格取得の届出について、次のとおり却下することに決定したので、通知します。");
        return values;
    }

    @Override
    public Composition compose(StepContext step, ObjectNode values) {
        ObjectNode content = notices.of(PaperKind.REFUSAL_NOTICE, step, values);
        List<String> missing = printable.missing(content.toString());
        if (!missing.isEmpty()) {
            return Composition.refused(List.of(FieldProblem.of("noticeText", "correspondence.glyph.missing", Map.of("codes", String.join(", ", missing)))));
        }
        return Composition.of(List.of(new Item(Set.of("print-refusal-notice"), "refusal-notice", content)), Map.of());
    }
}
