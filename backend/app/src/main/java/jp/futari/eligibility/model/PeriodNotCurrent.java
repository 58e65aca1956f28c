package jp.futari.eligibility.model;

import java.time.LocalDate;
import java.util.UUID;

/** A period cannot end on a day before which it does not run. */
public class PeriodNotCurrent extends RuntimeException {

    public PeriodNotCurrent(UUID period, LocalDate day) {
        super("period " + period + " does not run up to " + day);
    }
}
