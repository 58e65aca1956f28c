package jp.futari.eligibility.model;

import java.util.UUID;

/** 枝番 is another person's, or the person has another one. */
public class BranchNumberTaken extends RuntimeException {

    public BranchNumberTaken(UUID household, int branch) {
        super("branch " + branch + " of household " + household + " is taken");
    }
}
