package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * 住基ネットの照会: made on the network's own terminal and told in the review. It may be made with the four data (氏名, 生年月日, 性別, 住所) or with three of them
 * that include the address, with nothing less (MANUAL-07). That none was made is a person's word, which no register settles: the second person is asked.
 */
final class ResidentInquiry {

    static final String NOT_MADE = "not-made";
    private static final int FEWEST_DATA = 3;

    private ResidentInquiry() {
    }

    static void judge(ObjectNode values, Remarks remarks) {
        if (NOT_MADE.equals(Texts.of(values, "residentInquiry"))) {
            return;
        }
        Set<String> data = StreamSupport.stream(values.path("inquiryData").spliterator(), false).map(used -> used.asText()).collect(Collectors.toSet());
        if (data.size() < FEWEST_DATA || !data.contains("address")) {
            remarks.problem("inquiryData", "eligibility.review.inquiry-with-too-little");
        }
    }
}
