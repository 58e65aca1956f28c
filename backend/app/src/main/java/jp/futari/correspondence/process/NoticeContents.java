package jp.futari.correspondence.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.futari.addressee.Addressees;
import jp.futari.addressee.Person;
import jp.futari.addressee.Reading;
import jp.futari.casework.CaseDoor;
import jp.futari.casework.spi.StepWork.StepContext;
import jp.futari.correspondence.model.PaperKind;
import org.springframework.stereotype.Component;

/** 通知の中身: who is told, and of which notice — from what two people confirmed at the counter. */
@Component
class NoticeContents {

    private static final String RECEIVED = "receive-notification";
    private static final Map<String, String> KINDS = Map.of("into-prefecture", "県外からの転入による資格の取得（規則2条）", "exclusion-ended", "適用除外でなくなったことによる資格の取得（規則3条）",
            "inside-prefecture", "県内からの転入による適用の開始（規則4条）");

    private final CaseDoor cases;
    private final Addressees addressees;

    NoticeContents(CaseDoor cases, Addressees addressees) {
        this.cases = cases;
        this.addressees = addressees;
    }

    ObjectNode of(PaperKind paper, StepContext step, ObjectNode values) {
        ObjectNode received = step.approvedValues(RECEIVED).orElseGet(JsonNodeFactory.instance::objectNode);
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("paper", paper.key()).put("noticeText", values.path("noticeText").asText()).put("reason", values.path("reason").asText());
        content.put("receivedOn", step.receivedOn().toString());
        content.put("notificationKind", KINDS.getOrDefault(received.path("notificationKind").asText(), "国民健康保険の資格取得の届出"));
        content.put("subjectNames", subjects(step, received));
        content.set("recipient", recipient(step, received));
        return content;
    }

    private String subjects(StepContext step, JsonNode received) {
        List<String> names = new ArrayList<>();
        received.path("persons").forEach(person -> names.add(person.path("name").asText()));
        return names.isEmpty() ? shownName(step) : String.join("、", names);
    }

    /** 世帯主 is told (法9条1項). A protected person's address is not printed: the envelope is written by hand, by two people. */
    private ObjectNode recipient(StepContext step, JsonNode received) {
        ObjectNode recipient = JsonNodeFactory.instance.objectNode();
        boolean isProtected = addressees.find(received.path("headAddresseeNo").asText(""), Reading.forCase(step.caseId(), "notice")).map(Person::protectedPerson).orElse(false);
        recipient.put("name", received.path("headName").asText(shownName(step))).put("protected", isProtected).put("safe", false);
        if (!isProtected) {
            recipient.put("postalCode", received.path("postalCode").asText("")).put("address", received.path("address").asText(""));
        }
        return recipient;
    }

    private String shownName(StepContext step) {
        return cases.shownName(step.caseId()).orElse("届出をした方");
    }
}
