package jp.futari.demo.city;

import java.time.LocalDate;
import java.util.List;

/** 架空の世帯: the head first. */
public record CityHousehold(String householdNo, LocalDate since, LocalDate until, List<Member> members) {

    public CityPerson head() {
        return members.get(0).person();
    }

    public boolean isHere() {
        return until == null;
    }

    /** 世帯員. */
    public record Member(CityPerson person, String relationship) {
    }
}
