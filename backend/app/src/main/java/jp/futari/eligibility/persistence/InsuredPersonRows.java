package jp.futari.eligibility.persistence;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.futari.eligibility.EligibilityLookup;
import jp.futari.eligibility.InsuredNumber;
import jp.futari.eligibility.InsuredPerson;
import jp.futari.eligibility.InsuredPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the registers of 資格 in the shape the questions have. */
@Component
class InsuredPersonRows implements EligibilityLookup {

    private static final String INSURED = """
            SELECT c.id AS coverage_id, c.enrollment_id, c.addressee_no, c.started_on, c.ended_on, e.acquired_on, h.household_no, h.symbol, h.number, b.branch,
                   s.head_addressee_no
            FROM coverage c
            JOIN enrollment e ON e.id = c.enrollment_id
            JOIN insured_household h ON h.id = c.household_id
            JOIN branch_number b ON b.household_id = c.household_id AND b.addressee_no = c.addressee_no
            LEFT JOIN household_headship s ON s.household_id = c.household_id AND daterange(s.from_day, s.until_day) @> CAST(:day AS date)
            WHERE daterange(c.started_on, c.ended_on) @> CAST(:day AS date) AND\s""";

    private static final String PERIODS = """
            SELECT 'enrollment' AS kind, e.id, e.id AS enrollment_id, e.insured_from AS from_day, e.lost_on AS until_day, e.acquired_on, e.acquisition_reason AS reason,
                   e.acquisition_article AS article, e.loss_reason AS end_reason, NULL AS symbol, NULL AS number, NULL AS branch, e.case_no
            FROM enrollment e WHERE e.addressee_no = :no
            UNION ALL
            SELECT 'coverage', c.id, c.enrollment_id, c.started_on, c.ended_on, NULL, NULL, c.start_article, c.end_reason, h.symbol, h.number, b.branch, c.case_no
            FROM coverage c JOIN insured_household h ON h.id = c.household_id
            JOIN branch_number b ON b.household_id = c.household_id AND b.addressee_no = c.addressee_no
            WHERE c.addressee_no = :no
            ORDER BY from_day, kind DESC""";

    private static final String HOLDERS = """
            SELECT b.addressee_no FROM insured_household h JOIN branch_number b ON b.household_id = h.id
            WHERE h.number = :number AND (CAST(:symbol AS text) IS NULL OR h.symbol = :symbol) AND (CAST(:branch AS int) IS NULL OR b.branch = :branch)
            ORDER BY h.symbol, b.branch""";

    private final JdbcClient jdbc;

    InsuredPersonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<InsuredPerson> insuredOn(String addresseeNo, LocalDate day) {
        return jdbc.sql(INSURED + "c.addressee_no = :no").param("day", day).param("no", addresseeNo).query(InsuredPersonRows::person).optional();
    }

    @Override
    public Map<String, InsuredPerson> insuredOn(Collection<String> addresseeNos, LocalDate day) {
        Map<String, InsuredPerson> found = new LinkedHashMap<>();
        if (!addresseeNos.isEmpty()) {
            jdbc.sql(INSURED + "c.addressee_no = ANY (:nos)").param("day", day).param("nos", addresseeNos.toArray(String[]::new))
                    .query(InsuredPersonRows::person).list().forEach(person -> found.put(person.addresseeNo(), person));
        }
        return found;
    }

    @Override
    public Optional<InsuredPerson> byNumber(InsuredNumber number, LocalDate day) {
        return household(number.symbol(), number.number(), day).stream().filter(person -> person.number().equals(number)).findFirst();
    }

    @Override
    public List<InsuredPerson> household(String symbol, String number, LocalDate day) {
        return jdbc.sql(INSURED + "h.symbol = :symbol AND h.number = :number ORDER BY b.branch").param("day", day).param("symbol", symbol).param("number", number)
                .query(InsuredPersonRows::person).list();
    }

    @Override
    public List<String> holders(String symbol, String number, Integer branch) {
        return jdbc.sql(HOLDERS).param("symbol", symbol).param("number", number).param("branch", branch).query(String.class).list();
    }

    @Override
    public List<InsuredPeriod> periodsOf(String addresseeNo) {
        return jdbc.sql(PERIODS).param("no", addresseeNo).query(InsuredPersonRows::period).list();
    }

    private static InsuredPerson person(ResultSet row, int n) throws SQLException {
        return new InsuredPerson(row.getString("addressee_no"), number(row), day(row, "acquired_on"), day(row, "started_on"), day(row, "ended_on"),
                row.getString("household_no"), row.getString("head_addressee_no"), row.getObject("enrollment_id", UUID.class), row.getObject("coverage_id", UUID.class));
    }

    private static InsuredPeriod period(ResultSet row, int n) throws SQLException {
        return new InsuredPeriod(row.getString("kind"), row.getObject("id", UUID.class), row.getObject("enrollment_id", UUID.class), day(row, "from_day"),
                day(row, "until_day"), day(row, "acquired_on"), row.getString("reason"), row.getString("article"), row.getString("end_reason"),
                row.getString("symbol") == null ? null : number(row), row.getString("case_no"));
    }

    private static InsuredNumber number(ResultSet row) throws SQLException {
        return new InsuredNumber(row.getString("symbol"), row.getString("number"), row.getInt("branch"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }
}
