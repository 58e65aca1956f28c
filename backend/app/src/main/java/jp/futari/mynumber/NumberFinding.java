package jp.futari.mynumber;

import java.util.Arrays;

/** 確認リストの理由: what is odd about a number for this person (ACQ-17, ACQ-18), said without telling the number. */
public enum NumberFinding {
    /** この番号はほかの人に登録されている。 */
    BOUND_TO_ANOTHER("bound-to-another"),
    /** この番号は同じ世帯のほかの人に登録されている。 */
    BOUND_TO_HOUSEHOLD_MEMBER("bound-to-household-member"),
    /** この人には、これと違う番号が登録されている (ACQ-17)。 */
    DIFFERENT_NUMBER("different-number"),
    /** 宛名番号が分かっている人の番号が空白 (ACQ-18)。 */
    BLANK_NUMBER("blank-number"),
    /** 同じ届のほかの人の欄に、同じ番号が打たれている。 */
    SAME_NUMBER_IN_CASE("same-number-in-case");

    private final String code;

    NumberFinding(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static NumberFinding of(String code) {
        return Arrays.stream(values()).filter(finding -> finding.code.equals(code)).findFirst().orElseThrow();
    }
}
