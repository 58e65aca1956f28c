package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import jp.futari.addressee.Person;
import jp.futari.correspondence.CertificateItem;
import jp.futari.correspondence.Recipient;
import jp.futari.eligibility.InsuredNumber;
import jp.futari.eligibility.model.Acquisition;

/** 証の内容: everything a certificate says, fixed in the submission so that two people check what will be printed (規6条4項, 規7条の3). */
final class PaperContents {

    private PaperContents() {
    }

    static JsonNode certificate(NoticeFacts facts, Applicant applicant, String paper, InsuredNumber number, Acquisition acquisition, LocalDate validUntil) {
        Person person = facts.person(applicant).orElseThrow();
        Person head = facts.head().orElseThrow();
        return new CertificateItem(paper, person.addresseeNo(), person.name(), person.birthDate(), person.sex(), head.name(), number.symbol(), number.number(),
                number.branchText(), acquisition.coverageOnly() ? "coverage" : "acquisition", acquisition.on(), validUntil, null, false, List.of(), recipient(head)).json();
    }

    /** 世帯主. A protected address is not printed: the paper is handed over at the counter. */
    private static Recipient recipient(Person head) {
        return head.protectedPerson() ? Recipient.withoutAddress(head.name()) : Recipient.of(head.name(), head.postalCode(), head.writtenAddress());
    }
}
