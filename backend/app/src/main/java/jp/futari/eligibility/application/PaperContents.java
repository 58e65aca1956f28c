package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.stream.Collectors;
import jp.futari.addressee.Person;
import jp.futari.eligibility.InsuredNumber;
import jp.futari.eligibility.model.Acquisition;

/** 帳票の内容: everything a paper says, fixed in the submission so that two people check what will be printed (規6条4項, 規7条の3). */
final class PaperContents {

    private PaperContents() {
    }

    static ObjectNode certificate(NoticeFacts facts, Applicant applicant, InsuredNumber number, Acquisition acquisition, LocalDate validUntil) {
        Person person = facts.person(applicant).orElseThrow();
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.set("recipient", recipient(facts.head().orElseThrow()));
        content.put("addresseeNo", person.addresseeNo()).put("name", person.name()).put("birthDate", person.birthDate().toString()).put("sex", person.sex());
        content.put("headName", facts.head().orElseThrow().name());
        content.put("symbol", number.symbol()).put("number", number.number()).put("branch", number.branchText());
        content.put("startKind", acquisition.coverageOnly() ? "coverage" : "enrollment").put("startsOn", acquisition.on().toString());
        content.put("validUntil", validUntil == null ? null : validUntil.toString());
        content.put("specialMedical", false);
        content.putArray("optionalItems");
        return content;
    }

    static ObjectNode letter(NoticeFacts facts, LocalDate receivedOn, String reason, String noticeText) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.set("recipient", recipient(facts.head().orElseThrow()));
        content.put("receivedOn", receivedOn.toString()).put("notificationKind", facts.notice().title()).put("reason", reason).put("noticeText", noticeText);
        content.put("subjectNames", facts.notice().persons().stream().flatMap(applicant -> facts.person(applicant).stream()).map(Person::name).collect(Collectors.joining("、")));
        return content;
    }

    /** 世帯主. A protected address is not printed: the paper is handed over at the counter. */
    private static ObjectNode recipient(Person head) {
        ObjectNode recipient = JsonNodeFactory.instance.objectNode().put("name", head.name()).put("protected", head.protectedPerson()).put("safe", false);
        if (!head.protectedPerson()) {
            recipient.put("postalCode", head.postalCode()).put("address", head.address());
        }
        return recipient;
    }
}
