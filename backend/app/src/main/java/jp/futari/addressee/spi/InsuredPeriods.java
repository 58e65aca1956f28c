package jp.futari.addressee.spi;

import java.time.LocalDate;
import java.util.List;

/** 資格の期間 of a person, for the person page; implemented by {@code eligibility}. */
public interface InsuredPeriods {

    List<Period> of(String addresseeNo);

    /** @param kind e.g. 資格 or 適用; @param until first day not covered, or null */
    record Period(String kind, String insuredNumber, LocalDate since, LocalDate until, String reason) {
    }
}
