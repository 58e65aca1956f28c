package jp.futari.eligibility.model;

import java.util.Arrays;
import java.util.Optional;

/** 取得の事由: the office's own keys; no nationwide code list is public (law.md 1.4). */
public enum AcquisitionReason {
    LEFT_EMPLOYER_INSURANCE("left-employer-insurance", "社保離脱"),
    LEFT_DEPENDANT("left-dependant", "扶養から外れた"),
    LEFT_SOCIETY("left-society", "国保組合離脱"),
    BIRTH("birth", "出生"),
    ASSISTANCE_ENDED("assistance-ended", "生保廃止"),
    MOVED_IN("moved-in", "転入"),
    LATE_STAGE_WITHDRAWN("late-stage-withdrawn", "後期離脱（障害認定の撤回）"),
    RESIDENCE_STATUS("residence-status", "在留資格の変更"),
    OTHER("other", "その他");

    private final String code;
    private final String label;

    AcquisitionReason(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public static Optional<AcquisitionReason> of(String code) {
        return Arrays.stream(values()).filter(reason -> reason.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** Whether the person comes from another insurer, whose loss certificate names the day. */
    public boolean leavesAnotherInsurer() {
        return this == LEFT_EMPLOYER_INSURANCE || this == LEFT_DEPENDANT || this == LEFT_SOCIETY || this == LATE_STAGE_WITHDRAWN;
    }
}
