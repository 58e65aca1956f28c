package jp.futari.eligibility.model;

import java.util.UUID;
import jp.futari.eligibility.InsuredNumber;

/** 採番: reserves the numbers a decision proposes, so that two people can check the very number that will be printed. */
public interface InsuredNumbers {

    /**
     * The number of a person in a household: the one it has, or the one reserved for it, or the next free one.
     *
     * @throws BranchNumbersUsedUp when the household has given out 99
     */
    InsuredNumber reserve(String householdNo, String addresseeNo, UUID caseId);
}
