package jp.futari.addressee.spi;

import java.time.LocalDate;
import java.util.List;

/** 資格の期間 of a person, for the person page; implemented by {@code eligibility}. */
public interface InsuredPeriods {

    List<Period> of(String addresseeNo);

    /** 宛名番号 of those who have or had a number, as somebody typed it (記号・番号・枝番, any of them but the 番号 left out); empty when it is none. */
    List<String> holdersOf(String typed);

    /** @param kind e.g. 資格 or 適用; @param until first day not covered, or null */
    record Period(String kind, String insuredNumber, LocalDate since, LocalDate until, String reason) {
    }
}
