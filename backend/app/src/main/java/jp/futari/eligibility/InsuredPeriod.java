package jp.futari.eligibility;

import java.time.LocalDate;
import java.util.UUID;

/**
 * 資格の期間・適用の期間: one bar of a person's timeline.
 *
 * @param kind         {@code enrollment} or {@code coverage}
 * @param enrollmentId the enrolment itself, or the one the coverage lies in
 * @param acquiredOn   資格取得日 where it is known; {@code from} is the first day this office knows of
 */
public record InsuredPeriod(String kind, UUID id, UUID enrollmentId, LocalDate from, LocalDate until, LocalDate acquiredOn, String reason, String article,
                            String endReason, InsuredNumber number, String caseNo) {
}
