package jp.futari.eligibility.model;

/** 枝番が99まで出ている. */
public class BranchNumbersUsedUp extends RuntimeException {

    public BranchNumbersUsedUp() {
        super("the household has given out all 99 branch numbers");
    }
}
