package jp.futari.shared;

/** 起動の拒否: the application must not start like this; the message is one sentence for the operator. */
public final class RefusedStart extends RuntimeException {

    public RefusedStart(String sentence) {
        super(sentence);
    }
}
