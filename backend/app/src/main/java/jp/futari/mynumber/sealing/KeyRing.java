package jp.futari.mynumber.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * 鍵束: the vault's keys, in a file outside the database ({@code FUTARI_VAULT_KEYFILE}) that nobody but the application's user may read.
 * Sealing keys and the key of the hash are separate. A new key is added and made active; old ones stay until everything is sealed anew.
 */
public final class KeyRing {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEY_BYTES = 32;

    private final Keys sealing;
    private final Keys hashing;

    private KeyRing(Keys sealing, Keys hashing) {
        this.sealing = sealing;
        this.hashing = hashing;
    }

    /** @throws IllegalStateException with one clear sentence when the file is missing, open to others or no key file */
    public static KeyRing read(Path file) {
        refuseOpenToOthers(file);
        try {
            var ring = JSON.readTree(Files.readAllBytes(file));
            return new KeyRing(keys(ring.path("seal"), "AES"), keys(ring.path("hash"), "HmacSHA256"));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException("the vault's key file " + file.getFileName() + " cannot be read");
        }
    }

    /** Makes a new key file with one key of each use. Never overwrites. */
    public static void create(Path file) {
        var ring = JSON.createObjectNode();
        for (var use : Set.of("seal", "hash")) {
            ring.putObject(use).put("active", use + "-1").putObject("keys").put(use + "-1", newKey());
        }
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(ring), StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IllegalStateException("the vault's key file " + file.getFileName() + " cannot be created; an existing one is never overwritten");
        }
    }

    /** Adds a sealing key and makes it active; what was sealed before still opens. */
    public static void addSealingKey(Path file) {
        try {
            var ring = (com.fasterxml.jackson.databind.node.ObjectNode) JSON.readTree(Files.readAllBytes(file));
            var keys = ring.withObject("/seal/keys");
            var id = "seal-" + (keys.size() + 1);
            keys.put(id, newKey());
            ring.withObject("/seal").put("active", id);
            Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(ring));
        } catch (IOException e) {
            throw new IllegalStateException("the vault's key file " + file.getFileName() + " cannot be extended");
        }
    }

    String activeSealingKey() {
        return sealing.active();
    }

    SecretKey sealingKey(String id) {
        return sealing.named(id);
    }

    String activeHashKey() {
        return hashing.active();
    }

    SecretKey hashKey() {
        return hashing.activeKey();
    }

    private static Keys keys(JsonNode use, String algorithm) {
        var byId = new HashMap<String, SecretKey>();
        use.path("keys").fields().forEachRemaining(entry -> byId.put(entry.getKey(), key(entry.getValue().asText(), algorithm)));
        return new Keys(use.path("active").asText(), byId);
    }

    private static SecretKey key(String base64, String algorithm) {
        var bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes");
        }
        return new SecretKeySpec(bytes, algorithm);
    }

    private static String newKey() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void refuseOpenToOthers(Path file) {
        try {
            var permissions = Files.getPosixFilePermissions(file);
            if (permissions.stream().anyMatch(p -> p != PosixFilePermission.OWNER_READ && p != PosixFilePermission.OWNER_WRITE)) {
                throw new IllegalStateException("the vault's key file " + file.getFileName() + " may be read by others; allow its owner alone (chmod 600)");
            }
        } catch (UnsupportedOperationException noPosix) {
            return;
        } catch (IOException missing) {
            throw new IllegalStateException("the vault's key file is missing; name it in FUTARI_VAULT_KEYFILE");
        }
    }
}
