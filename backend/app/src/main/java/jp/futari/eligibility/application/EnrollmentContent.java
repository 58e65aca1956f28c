package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/**
 * 資格取得の決定の内容: everything {@code register-enrollment} writes for one person, as both people saw it.
 *
 * @param coverageOnly 規4条: coverage begins, the enrolment goes on
 * @param on           資格取得日, or 適用開始日 where coverage only begins
 */
record EnrollmentContent(String noticeKind, String reason, String article, LocalDate notifiedOn, boolean coverageOnly, LocalDate on, String addresseeNo, String name,
                         String householdNo, String headAddresseeNo, String symbol, String number, int branch) {

    static EnrollmentContent from(JsonNode content) {
        return EligibilityJson.read(content, EnrollmentContent.class);
    }

    JsonNode json() {
        return EligibilityJson.write(this);
    }
}
