package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/** 加入する人: one row of the notice, as it was entered. */
record Applicant(int row, String addresseeNo, String name, String kana, String birthDate, String sex, String relationship, String personalNumber, boolean mynaInsurance,
                 String residenceStatus, LocalDate residenceUntil) {

    private static final String DESIGNATED_ACTIVITY = "特定活動";

    static Applicant from(int row, JsonNode person) {
        return new Applicant(row, Texts.of(person, "addresseeNo"), Texts.of(person, "name"), Texts.of(person, "kana"), Texts.of(person, "birthDate"), Texts.of(person, "sex"),
                Texts.of(person, "relationship"), Texts.of(person, "personalNumber"), "yes".equals(Texts.of(person, "mynaInsurance")), Texts.of(person, "residenceStatus"),
                Texts.day(person, "residenceUntil"));
    }

    String field(String key) {
        return "persons." + row + "." + key;
    }

    /** How sentences name the row: counted from one. */
    String place() {
        return Integer.toString(row + 1);
    }

    boolean gaveNumber() {
        return personalNumber != null;
    }

    boolean isDesignatedActivity() {
        return residenceStatus != null && residenceStatus.contains(DESIGNATED_ACTIVITY);
    }
}
