package jp.futari.mynumber;

import java.util.UUID;

/** 隠す前の画像: pages of papers as scanned, number boxes and all. Rooms hold only the masked rendition. */
public interface SealedPages {

    void seal(UUID documentId, int pageNo, byte[] image);

    /** Every opening is recorded with its purpose, in the vault and in the record. */
    byte[] open(UUID documentId, int pageNo, String purpose, UUID session);
}
