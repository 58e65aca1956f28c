package jp.futari.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.futari.shared.OfficerId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 権限: the roles a person holds today, read from the staff register in the acting transaction every time it is asked. Nothing is kept:
 * what is taken away is gone with the next question, on every node (AUTH-14).
 */
@Component
public class Rights {

    private static final RowMapper<Right> RIGHT = (row, n) -> new Right(row.getString("role"), row.getString("section"));

    private final JdbcClient jdbc;

    public Rights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the register says of this person today. */
    public Held of(OfficerId officer) {
        return new Held(jdbc.sql("SELECT role, section FROM futari.roles_of(:officer, futari.office_today())")
                .param("officer", officer.no()).query(RIGHT).list());
    }

    /** What this session may use: the register's rights, narrowed by the sign-in; nothing at all once the session is over. */
    public Held of(SignedIn signedIn) {
        return new Held(jdbc.sql("SELECT role, section FROM futari.roles_of_session(:ref)")
                .param("ref", signedIn.sessionRef()).query(RIGHT).list());
    }

    /** @param section null: in every section */
    public record Right(String role, String section) {
    }

    /** The rights of one person at one moment. */
    public record Held(List<Right> rights) {

        public Held {
            rights = List.copyOf(rights);
        }

        public Set<String> roles() {
            Set<String> roles = new TreeSet<>();
            rights.forEach(right -> roles.add(right.role()));
            return roles;
        }

        /** @param section the section that owns the case; null: a case that belongs to no section */
        public boolean may(Set<String> anyOfRoles, String section) {
            return rights.stream().anyMatch(right -> anyOfRoles.contains(right.role()) && reaches(right, section));
        }

        /** The sections in which one of the roles is held; empty: in every section. */
        public Optional<Set<String>> sections(Set<String> anyOfRoles) {
            List<Right> held = rights.stream().filter(right -> anyOfRoles.contains(right.role())).toList();
            return held.stream().anyMatch(right -> right.section() == null) ? Optional.empty() : Optional.of(held.stream().map(Right::section).collect(Collectors.toSet()));
        }

        private static boolean reaches(Right right, String section) {
            return right.section() == null || section == null || right.section().equals(section);
        }
    }
}
