package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import jp.futari.casework.spi.StepWork.StepContext;

/** 印刷した証: the papers that the decision approved, in order. */
final class PrintedPapers {

    private PrintedPapers() {
    }

    record Paper(String kind, JsonNode content) {

        String label() {
            return CertificateChoice.CERTIFICATE.equals(kind) ? "資格確認書" : "資格情報のお知らせ";
        }

        String name() {
            return content.path("name").asText();
        }

        /** Null for a protected person: the paper carries no address. */
        String address() {
            return Texts.of(content.path("recipient"), "address");
        }
    }

    static List<Paper> of(StepContext step) {
        return step.approvedItems(DecidingEnrollment.STEP).stream().filter(item -> item.effects().contains("print-certificate"))
                .map(item -> new Paper(item.kind(), item.content())).toList();
    }
}
