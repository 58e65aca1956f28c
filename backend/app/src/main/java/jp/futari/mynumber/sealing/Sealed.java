package jp.futari.mynumber.sealing;

/** 封: a nonce, the ciphertext and its tag, with the id of the key that made it. */
public record Sealed(String keyId, byte[] bytes) {

    @Override
    public String toString() {
        return "Sealed[" + keyId + "]";
    }
}
