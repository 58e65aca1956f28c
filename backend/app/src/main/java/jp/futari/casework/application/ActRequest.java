package jp.futari.casework.application;

import java.util.UUID;

/** What the browser asked for: a word for the record, the request's key (a repeated request happens once), and the version it saw. */
public record ActRequest(String action, UUID idempotencyKey, Integer version) {

    public static ActRequest of(String action) {
        return new ActRequest(action, null, null);
    }
}
