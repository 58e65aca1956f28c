package jp.futari.mynumber.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;

/**
 * 封じる・開ける: AES-256-GCM with a random nonce. What is sealed is bound to its id and purpose (AAD), so that a sealed number moved to
 * another row, or used for another purpose, does not open.
 */
public final class Sealer {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing ring;
    private final SecureRandom random = new SecureRandom();

    public Sealer(KeyRing ring) {
        this.ring = ring;
    }

    public Sealed seal(byte[] plain, String id, String purpose) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var keyId = ring.activeSealingKey();
        var ciphertext = run(Cipher.ENCRYPT_MODE, keyId, nonce, plain, id, purpose);
        return new Sealed(keyId, ByteBuffer.allocate(NONCE_BYTES + ciphertext.length).put(nonce).put(ciphertext).array());
    }

    /** @throws SealBroken when it was changed, moved or made for another purpose */
    public byte[] open(Sealed sealed, String id, String purpose) {
        var buffer = ByteBuffer.wrap(sealed.bytes());
        if (buffer.remaining() <= NONCE_BYTES) {
            throw new SealBroken(id);
        }
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var ciphertext = new byte[buffer.remaining()];
        buffer.get(ciphertext);
        return run(Cipher.DECRYPT_MODE, sealed.keyId(), nonce, ciphertext, id, purpose);
    }

    /** The keyed hash of a number, for comparing and for uniqueness inside the vault. */
    public KeyedHash hash(byte[] plain) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(ring.hashKey());
            return new KeyedHash(ring.activeHashKey(), mac.doFinal(plain));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 is missing");
        }
    }

    private byte[] run(int mode, String keyId, byte[] nonce, byte[] input, String id, String purpose) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, ring.sealingKey(keyId), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(("futari-vault/1\n" + purpose + "\n" + id).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException broken) {
            throw new SealBroken(id);
        }
    }
}
