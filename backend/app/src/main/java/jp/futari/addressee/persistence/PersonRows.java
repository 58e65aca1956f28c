package jp.futari.addressee.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.futari.addressee.Household;
import jp.futari.addressee.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People and households, read from the registers. */
@Repository
public class PersonRows {

    static final String COLUMNS = """
            p.addressee_no, p.name, p.kana, p.alias, p.alias_kana, p.roman_name, p.birth_date, p.sex, p.postal_code, p.address, p.address_note, p.former_address,
            p.protected_person, p.nationality, p.residence_status, p.residence_until, p.since, p.until""";

    private final JdbcClient jdbc;

    public PersonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Person> find(String addresseeNo) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM futari.person p WHERE p.addressee_no = ?").param(addresseeNo).query((row, n) -> person(row)).optional();
    }

    public List<Person> findAll(Collection<String> addresseeNos) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM futari.person p WHERE p.addressee_no IN (:nos)").param("nos", addresseeNos).query((row, n) -> person(row)).list();
    }

    public boolean anyProtected(Collection<String> addresseeNos) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM futari.person WHERE addressee_no IN (:nos) AND protected_person)").param("nos", addresseeNos).query(Boolean.class).single();
    }

    public boolean exists(String addresseeNo) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM futari.person WHERE addressee_no = ?)").param(addresseeNo).query(Boolean.class).single();
    }

    public Optional<Household> household(String addresseeNo) {
        var members = jdbc.sql("SELECT " + COLUMNS + """
                , m.relationship, m.since AS member_since FROM futari.household_member mine
                JOIN futari.household_member m ON m.household_no = mine.household_no AND m.until IS NULL
                JOIN futari.person p ON p.addressee_no = m.addressee_no
                WHERE mine.addressee_no = ? AND mine.until IS NULL
                ORDER BY m.relationship <> '世帯主', p.birth_date, p.addressee_no""").param(addresseeNo)
                .query((row, n) -> new Household.Member(person(row), row.getString("relationship"), day(row, "member_since"))).list();
        return members.isEmpty() ? Optional.empty() : jdbc.sql("""
                SELECT h.household_no, h.since FROM futari.household_member m JOIN futari.household h USING (household_no) WHERE m.addressee_no = ? AND m.until IS NULL""")
                .param(addresseeNo).query((row, n) -> new Household(row.getString(1), day(row, "since"), members)).optional();
    }

    public List<Person> duplicatesOf(String addresseeNo) {
        return jdbc.sql("SELECT " + COLUMNS + """
                 FROM futari.person me JOIN futari.person p ON p.birth_date = me.birth_date AND p.kana_folded = me.kana_folded AND p.sex = me.sex AND p.addressee_no <> me.addressee_no
                WHERE me.addressee_no = ? ORDER BY p.addressee_no LIMIT 20""").param(addresseeNo).query((row, n) -> person(row)).list();
    }

    public Set<String> householdMembers(String addresseeNo) {
        return new TreeSet<>(jdbc.sql("""
                SELECT m.addressee_no FROM futari.household_member mine JOIN futari.household_member m ON m.household_no = mine.household_no AND m.until IS NULL
                WHERE mine.addressee_no = ? AND mine.until IS NULL""").param(addresseeNo).query(String.class).list());
    }

    public boolean sharesAddress(String addresseeNo, Collection<String> others) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM futari.person me JOIN futari.person p ON p.address = me.address AND p.address_note IS NOT DISTINCT FROM me.address_note
                               WHERE me.addressee_no = ? AND p.addressee_no = ANY (?::text[]) AND me.until IS NULL AND p.until IS NULL)""")
                .param(addresseeNo).param(others.toArray(String[]::new)).query(Boolean.class).single();
    }

    static Person person(ResultSet row) throws SQLException {
        return new Person(row.getString("addressee_no"), row.getString("name"), row.getString("kana"), row.getString("alias"), row.getString("alias_kana"), row.getString("roman_name"),
                day(row, "birth_date"), row.getString("sex"), row.getString("postal_code"), row.getString("address"), row.getString("address_note"), row.getString("former_address"),
                row.getBoolean("protected_person"), false, row.getString("nationality"), row.getString("residence_status"), day(row, "residence_until"), day(row, "since"), day(row, "until"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
