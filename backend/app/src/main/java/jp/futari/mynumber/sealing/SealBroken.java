package jp.futari.mynumber.sealing;

/** A sealed value does not open: changed, moved to another row, or sealed for another purpose. Holds the row's id, nothing of the value. */
public class SealBroken extends RuntimeException {

    public SealBroken(String id) {
        super("the seal of " + id + " is broken", null, false, true);
    }
}
