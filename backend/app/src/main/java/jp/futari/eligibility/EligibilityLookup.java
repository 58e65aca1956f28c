package jp.futari.eligibility;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 資格の照会: the front door of the room. Who is insured on a day, and in which periods. Reading is recorded by the caller, who knows the purpose. */
public interface EligibilityLookup {

    Optional<InsuredPerson> insuredOn(String addresseeNo, LocalDate day);

    /** One query for a page of a list. People not insured on that day are left out. */
    Map<String, InsuredPerson> insuredOn(Collection<String> addresseeNos, LocalDate day);

    Optional<InsuredPerson> byNumber(InsuredNumber number, LocalDate day);

    /** Everybody insured under one 記号・番号 on a day. */
    List<InsuredPerson> household(String symbol, String number, LocalDate day);

    /**
     * Everybody who ever had this number.
     *
     * @param symbol null: of any 記号
     * @param branch null: everybody of the household
     */
    List<String> holders(String symbol, String number, Integer branch);

    /** 資格の履歴: enrolments and the coverages inside them, oldest first. */
    List<InsuredPeriod> periodsOf(String addresseeNo);
}
