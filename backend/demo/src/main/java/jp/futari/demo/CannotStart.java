package jp.futari.demo;

/** 起動できない理由: one sentence for the person at the keyboard, in Japanese and in English. */
public final class CannotStart extends RuntimeException {

    private final String japanese;
    private final String english;

    public CannotStart(String japanese, String english) {
        this(japanese, english, null);
    }

    public CannotStart(String japanese, String english, Throwable cause) {
        super(english, cause);
        this.japanese = japanese;
        this.english = english;
    }

    public String japanese() {
        return japanese;
    }

    public String english() {
        return english;
    }
}
