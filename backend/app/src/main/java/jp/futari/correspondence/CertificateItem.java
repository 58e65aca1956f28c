package jp.futari.correspondence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;

/**
 * 交付する証の中身: what the ruling approves for {@code print-certificate}, one item a person. Everything the paper will say is in it
 * (規6条4項, 規7条の3); the printing adds only serial, document number and date of issue.
 *
 * @param paper         {@code eligibility-certificate} or {@code eligibility-notice}
 * @param sex           1 男, 2 女, 9 不詳
 * @param branch        two digits
 * @param startKind     {@code acquisition} (資格取得年月日) or {@code coverage} (適用開始年月日)
 * @param validUntil    有効期限; for a notice only where a copayment is shown
 * @param copayment     一部負担金の割合, from 70 on; else null
 * @param optionalItems 規6条4項: what the applicant asked to have written on it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CertificateItem(String paper, String addresseeNo, String name, LocalDate birthDate, String sex, String headName, String symbol, String number, String branch,
                              String startKind, LocalDate startsOn, LocalDate validUntil, Copayment copayment, boolean specialMedical, List<OptionalItem> optionalItems,
                              Recipient recipient) {

    /** The effect that prints it. */
    public static final String EFFECT = "print-certificate";

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    /** @param share e.g. 2割 */
    public record Copayment(String share, LocalDate from) {
    }

    public record OptionalItem(String label, String value) {
    }

    /** The content of the item. */
    public JsonNode json() {
        return JSON.valueToTree(this);
    }
}
