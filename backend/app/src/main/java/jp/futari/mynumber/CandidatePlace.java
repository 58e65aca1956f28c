package jp.futari.mynumber;

import java.util.UUID;

/** Where a number was typed: case, step and field key such as {@code persons.0.personalNumber}. */
public record CandidatePlace(UUID caseId, String stepKey, String field) {
}
