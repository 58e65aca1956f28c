package jp.futari.casework.application;

import java.util.UUID;

/**
 * What the browser asked for: a word for the record, the request's key (a repeated request happens once), the version it saw, and a digest of what
 * the request is about, so that the key stands for this very request and no other.
 */
public record ActRequest(String action, UUID idempotencyKey, Integer version, String target) {

    public static ActRequest of(String action) {
        return new ActRequest(action, null, null, "");
    }
}
