package jp.futari.access;

import java.time.Instant;
import java.util.UUID;
import jp.futari.shared.OfficerId;

/**
 * サインイン中の職員: who acts, in which session, on which terminal. Read from the database for this very request; never from a parameter.
 *
 * @param sessionRef        reference of the staff session, which the database function {@code approve} finds the person by
 * @param reauthenticatedAt when the person was last identified
 */
public record SignedIn(UUID sessionRef, OfficerId officer, String username, String terminalNo, Instant reauthenticatedAt) {
}
