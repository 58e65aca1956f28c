package jp.futari.addressee.spi;

/** 閲覧の職務: whether the person who asks over HTTP may read residents at all, and whether protected addresses. Implemented above; without it nobody may. */
public interface ReadingDuty {

    /** @throws jp.futari.shared.Refused when the person may not read residents */
    Duty current();

    /** @param seesProtected holds a duty that needs the address of a protected person (支援措置) */
    record Duty(boolean seesProtected) {
    }
}
