package jp.futari.eligibility;

/** 被保険者記号・番号・枝番: symbol and number belong to the household, the two-digit branch to the person (法111条の2). */
public record InsuredNumber(String symbol, String number, int branch) {

    public InsuredNumber {
        if (symbol == null || number == null || branch < 1 || branch > 99) {
            throw new IllegalArgumentException("an insured number has symbol, number and a branch from 1 to 99");
        }
    }

    /** 枝番 as it is printed: two digits. */
    public String branchText() {
        return branch < 10 ? "0" + branch : Integer.toString(branch);
    }

    /** 記号・番号（枝番） as people read it. */
    public String written() {
        return symbol + "・" + number + "（枝番）" + branchText();
    }
}
