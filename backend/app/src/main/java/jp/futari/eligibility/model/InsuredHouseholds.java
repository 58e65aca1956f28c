package jp.futari.eligibility.model;

import java.util.Optional;

/** 国保の世帯の台帳. */
public interface InsuredHouseholds {

    Optional<InsuredHousehold> of(String householdNo);

    void add(InsuredHousehold household);
}
