package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import jp.futari.casework.spi.StepWork.StepContext;
import org.springframework.stereotype.Component;

/** 受け付けた届: the notice that two people confirmed, judged again with the registers as they are now. */
@Component
class ReceivedNotice {

    private final NoticeFacts.Reader reader;
    private final JudgingNotification judging;

    ReceivedNotice(NoticeFacts.Reader reader, JudgingNotification judging) {
        this.reader = reader;
        this.judging = judging;
    }

    record Judged(NoticeFacts facts, Optional<Judgement> judgement) {

        Judgement required() {
            return judgement.orElseThrow(() -> new IllegalStateException("a confirmed notice has no rule"));
        }
    }

    Judged judge(StepContext step, Remarks remarks) {
        return judge(reader.of(notice(step), step.caseId()), remarks);
    }

    Judged judgeForPrinting(StepContext step, Remarks remarks) {
        return judge(reader.forPrinting(notice(step), step.caseId()), remarks);
    }

    private Judged judge(NoticeFacts facts, Remarks remarks) {
        return new Judged(facts, judging.judge(facts, remarks));
    }

    static Notification notice(StepContext step) {
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        return Notification.from(step.approvedValues(ReceivingNotification.STEP).orElse(nothing));
    }
}
