package jp.futari.addressee.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import jp.futari.addressee.Person;

/** One row found, with the folded text it is sorted by. */
public record FoundPerson(Person person, String householdNo, PersonSearch.Position position) {

    static FoundPerson of(ResultSet row) throws SQLException {
        return new FoundPerson(PersonRows.person(row), row.getString("household_no"), new PersonSearch.Position(row.getString("kana_folded"), row.getString("addressee_no")));
    }
}
