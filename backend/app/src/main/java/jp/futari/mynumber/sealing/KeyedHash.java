package jp.futari.mynumber.sealing;

/** 鍵つきハッシュ: HMAC-SHA-256 of a number. It lives inside the vault's tables only; not even its prefix is printed. */
public record KeyedHash(String keyId, byte[] bytes) {

    @Override
    public String toString() {
        return "KeyedHash[" + keyId + "]";
    }
}
