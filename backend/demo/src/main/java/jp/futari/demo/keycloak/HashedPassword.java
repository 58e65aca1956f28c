package jp.futari.demo.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** One password as Keycloak keeps it, hashed once for all accounts of the demo: forty hashes at import would take longer than everything else. */
record HashedPassword(String salt, String hash) {

    private static final int ITERATIONS = 210_000;
    private static final int BITS = 512;
    private static final int SALT_BYTES = 16;

    static HashedPassword of(String password) {
        try {
            var salt = new byte[SALT_BYTES];
            new SecureRandom().nextBytes(salt);
            var hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, BITS));
            return new HashedPassword(Base64.getEncoder().encodeToString(salt), Base64.getEncoder().encodeToString(hash.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void describe(ObjectNode credential) {
        var json = new ObjectMapper();
        credential.put("type", "password").put("temporary", false)
                .put("secretData", json.createObjectNode().put("value", hash).put("salt", salt).toString())
                .put("credentialData", json.createObjectNode().put("hashIterations", ITERATIONS).put("algorithm", "pbkdf2-sha512").toString());
    }
}
