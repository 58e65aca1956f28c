package jp.futari.eligibility.model;

import java.util.Arrays;

/** 届出の種類: which article of the enforcement rules the notice follows. 4条 starts coverage only; it is no acquisition. */
public enum NoticeKind {
    INTO_PREFECTURE("into-prefecture", "県外からの転入", "規2条"),
    EXCLUSION_ENDED("exclusion-ended", "社保離脱など", "規3条"),
    INSIDE_PREFECTURE("inside-prefecture", "県内からの転入", "規4条");

    private final String code;
    private final String label;
    private final String article;

    NoticeKind(String code, String label, String article) {
        this.code = code;
        this.label = label;
        this.article = article;
    }

    public static NoticeKind of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such kind of notice"));
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public String article() {
        return article;
    }

    /** Whether the former address belongs to the notice (規2条・4条; 3条 leaves addresses out). */
    public boolean asksFormerAddress() {
        return this != EXCLUSION_ENDED;
    }
}
