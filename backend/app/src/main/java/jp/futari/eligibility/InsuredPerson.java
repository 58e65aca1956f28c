package jp.futari.eligibility;

import java.time.LocalDate;
import java.util.UUID;

/**
 * 被保険者: a person insured by this municipality on a day.
 *
 * @param acquiredOn 資格取得日, or null while another municipality of the prefecture has not told it (規4条)
 * @param headAddresseeNo 世帯主
 */
public record InsuredPerson(String addresseeNo, InsuredNumber number, LocalDate acquiredOn, LocalDate coveredFrom, LocalDate coveredUntil, String householdNo,
                            String headAddresseeNo, UUID enrollmentId, UUID coverageId) {
}
