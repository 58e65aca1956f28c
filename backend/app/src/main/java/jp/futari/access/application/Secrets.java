package jp.futari.access.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import jp.futari.shared.CanonicalJson;

/** Random secrets of terminals and links; the database keeps only their SHA-256. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {
    }

    public static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A 256-bit key in plain base64, e.g. for the browser's copy of drafts. */
    public static String randomKey() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    public static byte[] hash(String secret) {
        return CanonicalJson.digest(secret.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The secret a terminal gets for its one-time link. It follows from the link, so that the register row is complete when the effect
     * writes it, and using the link later writes no register.
     */
    public static String terminalSecretOf(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash("futari-terminal:" + token));
    }

    public static boolean same(byte[] one, byte[] other) {
        return one != null && other != null && MessageDigest.isEqual(one, other);
    }
}
