package jp.futari.demo.city;

import java.time.LocalDate;

/**
 * 架空の住民.
 *
 * @param index     place in line; number and addressee number follow from it
 * @param insurance which health insurance the person has on the plan's day; known to the generator alone, never in the resident list
 */
public record CityPerson(int index, String addresseeNo, String name, String kana, String alias, String aliasKana, String romanName, LocalDate birthDate, boolean male, String postalCode,
                         String address, String addressNote, String formerAddress, boolean protectedPerson, String nationality, String residenceStatus, LocalDate residenceUntil,
                         LocalDate since, LocalDate until, Insurance insurance) {

    /** 医療保険. */
    public enum Insurance { NATIONAL, EMPLOYER, DEPENDANT, SOCIETY, LATE_STAGE, ASSISTANCE }

    public String sexCode() {
        return male ? "1" : "2";
    }

    public boolean isForeigner() {
        return nationality != null;
    }
}
