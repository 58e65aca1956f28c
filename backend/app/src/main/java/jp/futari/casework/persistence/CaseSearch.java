package jp.futari.casework.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * 案件の検索. Each way to find a case is a question of its own with its own index, and none reads more than a page: one question with OR would read every
 * case there is (design/performance.md).
 */
@Repository
public class CaseSearch {

    private static final String LAST = "\uDBFF\uDFFF";
    private static final String FOUND = """
            SELECT case_no, title, subject_name, birth_date, received_on, state FROM futari.case_file WHERE id IN (
                SELECT id FROM futari.case_file WHERE case_no = :text
                UNION ALL SELECT id FROM futari.case_file WHERE right(case_no, 6) = :text
                UNION ALL (SELECT id FROM futari.case_file WHERE subject_name COLLATE "C" >= :text AND subject_name COLLATE "C" < :last AND (:everywhere OR section = ANY (:sections)) ORDER BY opened_at DESC LIMIT :most)
                UNION ALL (SELECT id FROM futari.case_file WHERE addressees && CAST(:people AS text[]) AND (:everywhere OR section = ANY (:sections)) ORDER BY opened_at DESC LIMIT :most))
            AND (:everywhere OR section = ANY (:sections))
            ORDER BY opened_at DESC LIMIT :most""";

    private final JdbcClient jdbc;

    public CaseSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Cases with this number, or its last six digits, whose person's name begins with the text, or which are about one of the people; the newest first.
     *
     * @param people   宛名番号 of people found by the same text
     * @param sections whose cases the searcher may see; null: every section's
     */
    public List<FoundCase> find(String text, Collection<String> people, Set<String> sections, int most) {
        return jdbc.sql(FOUND).param("text", text).param("last", text + LAST).param("people", people.toArray(String[]::new))
                .param("everywhere", sections == null).param("sections", sections == null ? new String[0] : sections.toArray(String[]::new)).param("most", most)
                .query(CaseSearch::found).list();
    }

    private static FoundCase found(ResultSet row, int n) throws SQLException {
        return new FoundCase(row.getString("case_no"), row.getString("title"), row.getString("subject_name"), row.getObject("birth_date", LocalDate.class),
                row.getObject("received_on", LocalDate.class), row.getString("state"));
    }

    /** @param subjectName the person first named in the case, or null before one is */
    public record FoundCase(String caseNo, String title, String subjectName, LocalDate birthDate, LocalDate receivedOn, String state) {
    }
}
