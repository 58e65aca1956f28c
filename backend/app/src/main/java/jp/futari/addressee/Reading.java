package jp.futari.addressee;

import java.util.UUID;

/** 閲覧の理由: why residents are looked at. Written into the record with every page shown. */
public record Reading(String purpose, UUID caseId, boolean showsProtected) {

    /** For the work on a case. Protected addresses stay masked. */
    public static Reading forCase(UUID caseId, String purpose) {
        return new Reading(purpose, caseId, false);
    }

    public static Reading because(String purpose) {
        return new Reading(purpose, null, false);
    }

    /** For a duty that needs the address itself, such as printing an envelope or judging where somebody lives. */
    public Reading showingProtected() {
        return new Reading(purpose, caseId, true);
    }
}
