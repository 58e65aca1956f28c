package jp.futari.casework.application;

import java.util.Optional;
import java.util.UUID;
import jp.futari.shared.OfficerId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** 本人であること、申し出た利害: what the case itself knows of a person's interest in it (two-persons.md section 3). */
@Component
class KnownInterests {

    private final JdbcTemplate jdbc;

    KnownInterests(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the code of the sentence why the person takes no part; that the case is about them before what they declared */
    Optional<String> of(UUID caseId, OfficerId officer) {
        return jdbc.query("""
                SELECT CASE relation WHEN 'concerned' THEN 'casework.interest.own' ELSE 'casework.interest.declared' END FROM interest WHERE case_id = ? AND officer_no = ?
                ORDER BY relation <> 'concerned' LIMIT 1""", (row, n) -> row.getString(1), caseId, officer.no()).stream().findFirst();
    }
}
