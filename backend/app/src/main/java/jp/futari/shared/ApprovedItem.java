package jp.futari.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * One item of an approved submission, together with the effect that uses it up. The only source an effect may read its content from
 * (two-persons.md, wall 2): the content is the one both people saw, its hash is the hash of what they saw.
 */
public record ApprovedItem(EffectRef effect, UUID caseId, String caseNo, String stepKey, int itemNo, String kind, JsonNode content,
                           String hash, OfficerId doer, OfficerId checker, Instant approvedAt) {
}
