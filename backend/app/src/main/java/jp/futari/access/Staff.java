package jp.futari.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.futari.shared.OfficerId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 職員名簿: names and posts of the staff, and who may take a step. */
@Component
public class Staff {

    private static final String COLUMNS = "m.officer_no, m.family_name, m.given_name, m.section, m.post";
    private static final RowMapper<Person> PERSON = (row, n) -> new Person(new OfficerId(row.getString("officer_no")),
            row.getString("family_name"), row.getString("given_name"), row.getString("section"), row.getString("post"));

    private final JdbcClient jdbc;

    public Staff(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Person> find(OfficerId officer) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM futari.staff_member m WHERE m.officer_no = :no")
                .param("no", officer.no()).query(PERSON).optional();
    }

    /** The full name as the register has it; the number itself for someone who is not in it. */
    public String nameOf(OfficerId officer) {
        return find(officer).map(Person::name).orElse(officer.no());
    }

    public Map<OfficerId, Person> named(Collection<OfficerId> officers) {
        if (officers.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("SELECT " + COLUMNS + " FROM futari.staff_member m WHERE m.officer_no IN (:nos)")
                .param("nos", officers.stream().map(OfficerId::no).collect(Collectors.toSet())).query(PERSON).stream()
                .collect(Collectors.toMap(Person::officer, Function.identity()));
    }

    /** Everybody who today holds one of the roles for that section, in order of number. @param section null: any section */
    public List<Person> whoMay(Set<String> anyOfRoles, String section) {
        if (anyOfRoles.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT " + COLUMNS + """
                          FROM futari.staff_member m
                         WHERE futari.valid_on(m.starts_on, m.ends_on, futari.office_today())
                           AND EXISTS (SELECT 1 FROM futari.access_grant g
                                        WHERE g.officer_no = m.officer_no AND g.role IN (:roles)
                                          AND (g.section IS NULL OR CAST(:section AS text) IS NULL OR g.section = :section)
                                          AND futari.valid_on(g.starts_on, g.ends_on, futari.office_today()))
                         ORDER BY m.officer_no""")
                .param("roles", anyOfRoles).param("section", section).query(PERSON).list();
    }

    /** One person of the staff. */
    public record Person(OfficerId officer, String familyName, String givenName, String section, String post) {

        public String name() {
            return givenName.isEmpty() ? familyName : familyName + "\u3000" + givenName;
        }
    }
}
