package jp.futari.correspondence.model;

import java.util.Arrays;

/** 帳票の種類: every paper this room can print. */
public enum PaperKind {

    /** 資格確認書 (法9条2項, 規6条). */
    ELIGIBILITY_CERTIFICATE("eligibility-certificate", "資格確認書", 1),
    /** 資格情報のお知らせ (規7条の3). */
    ELIGIBILITY_NOTICE("eligibility-notice", "資格情報のお知らせ", 2),
    /** 却下通知書 (行政不服審査法82条の教示つき). */
    REFUSAL_NOTICE("refusal-notice", "却下通知書", 3),
    /** 届出の取下げの通知. */
    WITHDRAWAL_NOTICE("withdrawal-notice", "届出の取下げについて", 4),
    /** 送付状. */
    COVER_PAGE("cover-page", "送付状", 5);

    private final String key;
    private final String label;
    private final int digit;

    PaperKind(String key, String label, int digit) {
        this.key = key;
        this.label = label;
        this.digit = digit;
    }

    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** The digit of the serial that tells the kind. */
    public int digit() {
        return digit;
    }

    public static PaperKind of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no paper " + key));
    }
}
