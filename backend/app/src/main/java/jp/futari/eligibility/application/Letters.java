package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import jp.futari.casework.spi.StepWork.Item;
import jp.futari.casework.spi.StepWork.StepContext;
import org.springframework.stereotype.Component;

/** 通知の内容: a letter to the head of household about a notice. Where nobody is known yet there is nobody to write to. */
@Component
class Letters {

    private final ReceivedNotice received;

    Letters(ReceivedNotice received) {
        this.received = received;
    }

    List<Item> letter(StepContext step, ObjectNode values, String effect, String paper) {
        NoticeFacts facts = received.forPrinting(step);
        if (facts.head().isEmpty()) {
            return List.of();
        }
        return List.of(new Item(Set.of(effect), paper, PaperContents.letter(facts, step.receivedOn(), Texts.of(values, "reason"), Texts.of(values, "noticeText"))));
    }
}
