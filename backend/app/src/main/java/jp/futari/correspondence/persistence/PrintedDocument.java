package jp.futari.correspondence.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.UUID;
import jp.futari.correspondence.model.PaperKind;
import jp.futari.shared.OfficerId;

/**
 * 印刷した帳票: one sheet.
 *
 * @param reprintOf the spoiled sheet this one replaces, or null
 * @param state     {@code printed}, {@code spoiled} or {@code dispatched}
 */
public record PrintedDocument(UUID id, String serial, PaperKind kind, UUID caseId, String caseNo, String addresseeNo, String documentNo, LocalDate issuedOn,
                              JsonNode content, OfficerId doer, OfficerId checker, UUID reprintOf, String state) {

    public boolean isReprint() {
        return reprintOf != null;
    }

    public boolean isInHand() {
        return "printed".equals(state);
    }
}
