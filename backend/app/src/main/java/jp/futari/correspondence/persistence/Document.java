package jp.futari.correspondence.persistence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.futari.correspondence.papers.Box;

/** 書類: one paper of a case, as masked pages. @param template null for an unknown layout, masked by hand */
public record Document(UUID id, UUID caseId, String title, String template, String mediaType, String uploadedBy, Instant uploadedAt, List<Page> pages) {

    public boolean isMaskedByHand() {
        return template == null;
    }

    /** @param sealed whether the page as it was lies in the vault */
    public record Page(int no, int width, int height, String imageHash, List<Box> masks, boolean sealed) {
    }
}
