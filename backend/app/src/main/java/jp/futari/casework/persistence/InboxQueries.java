package jp.futari.casework.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.futari.access.Staff;
import jp.futari.shared.OfficerId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The inbox's statements: top rows per queue through the index, merged and cut; counts from the appended counter. */
@Repository
public class InboxQueries {

    private static final String COLUMNS = """
            w.task_id, w.case_id, w.step_id, w.step_key, w.duty, w.round, w.section, nullif(w.due, 'infinity') AS due, w.claimed_by, w.claimed_at, w.held_until, w.hold_reason, w.returned, w.version,
            w.opened_at, f.case_no, f.kind, f.title, f.subject_name, f.household_name, f.counter_note, f.waiting, f.received_on, f.channel, w.roles,
            m.family_name, m.given_name""";

    /** One row of a view. */
    public record Row(String taskId, UUID caseId, UUID stepId, String stepKey, String duty, int round, String section, OffsetDateTime due, String claimedBy, OffsetDateTime claimedAt,
                      LocalDate heldUntil, String holdReason, boolean returned, int version, OffsetDateTime openedAt, String caseNo, String kind, String title, String subjectName,
                      String householdName, String counterNote, boolean waiting, LocalDate receivedOn, String channel, Set<String> roles, String claimedByName) {
    }

    private final JdbcTemplate jdbc;

    InboxQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public List<Row> page(String view, String officer, List<String> queues, List<String> checks, OffsetDateTime due, String taskId, int limit) {
        String keyset = "(w.due, w.task_id) > (?, ?)";
        return switch (view) {
            case "mine" -> rows("FROM work_item w WHERE w.claimed_by = ? AND w.held_until IS NULL AND " + keyset, officer, due, taskId, limit);
            case "returned" -> rows("FROM work_item w WHERE w.claimed_by = ? AND w.returned AND " + keyset, officer, due, taskId, limit);
            case "waiting" -> rows("""
                    FROM (SELECT w.* FROM work_item_excluded x, LATERAL (SELECT w.due, w.task_id FROM work_item w WHERE w.task_id = x.task_id AND (w.due, w.task_id) > (?, ?) LIMIT 1) w
                          WHERE x.officer_no = ? AND x.why = 'contributor'
                          UNION
                          SELECT w.due, w.task_id FROM work_item w WHERE w.claimed_by = ? AND w.held_until IS NOT NULL AND (w.due, w.task_id) > (?, ?)) w WHERE true""",
                    due, taskId, officer, officer, due, taskId, limit);
            case "check" -> rows("""
                    FROM (SELECT w.due, w.task_id FROM work_item w WHERE w.claimed_by = ? AND w.duty = 'check' AND w.held_until IS NULL AND (w.due, w.task_id) > (?, ?)
                          UNION ALL
                          SELECT t.* FROM unnest(?::text[]) q, LATERAL (SELECT w.due, w.task_id FROM work_item w WHERE w.queue = q AND w.claimed_by IS NULL AND w.held_until IS NULL
                              AND (w.due, w.task_id) > (?, ?) AND NOT EXISTS (SELECT FROM work_item_excluded x WHERE x.task_id = w.task_id AND x.officer_no = ?)
                              ORDER BY w.due, w.task_id LIMIT ?) t) w WHERE true""", officer, due, taskId, checks, due, taskId, officer, limit, limit);
            case "overdue" -> team("AND w.due < statement_timestamp()", queues, due, taskId, limit);
            default -> team("", queues, due, taskId, limit);
        };
    }

    private List<Row> team(String more, List<String> queues, OffsetDateTime due, String taskId, int limit) {
        return rows("FROM (SELECT t.* FROM unnest(?::text[]) q, LATERAL (SELECT w.due, w.task_id FROM work_item w WHERE w.queue = q " + more
                + " AND (w.due, w.task_id) > (?, ?) ORDER BY w.due, w.task_id LIMIT ?) t) w WHERE true", queues, due, taskId, limit, limit);
    }

    /** The places of the rows are found in the index alone; only the rows of the page itself are read. */
    private List<Row> rows(String from, Object... arguments) {
        String sql = "SELECT " + COLUMNS + " FROM (SELECT w.due, w.task_id " + from + " ORDER BY w.due, w.task_id LIMIT ?) place JOIN work_item w ON w.task_id = place.task_id"
                + " JOIN case_file f ON f.id = w.case_id LEFT JOIN staff_member m ON m.officer_no = w.claimed_by ORDER BY w.due, w.task_id";
        return jdbc.query(connection -> bind(connection, sql, arguments), (row, n) -> row(row));
    }

    public List<Row> one(String taskId) {
        return rows("FROM work_item w WHERE w.task_id = ?", taskId, 1);
    }

    public List<Row> ofCase(UUID caseId) {
        return rows("FROM work_item w WHERE w.case_id = ?", caseId, 50);
    }

    /** Counts of all views in one statement. */
    public Map<String, Long> counts(String officer, List<String> queues, List<String> checks) {
        return jdbc.query(connection -> bind(connection, """
                SELECT (SELECT count(*) FROM work_item WHERE claimed_by = ? AND held_until IS NULL) AS mine,
                       coalesce((SELECT sum(free) FROM queue_count WHERE queue = ANY (?)), 0)
                         - (SELECT count(*) FROM (SELECT DISTINCT task_id FROM work_item_excluded WHERE officer_no = ?) x,
                            LATERAL (SELECT 1 FROM work_item w WHERE w.task_id = x.task_id AND w.claimed_by IS NULL AND w.held_until IS NULL AND w.queue = ANY (?) LIMIT 1) free)
                         + (SELECT count(*) FROM work_item WHERE claimed_by = ? AND duty = 'check' AND held_until IS NULL) AS checks,
                       (SELECT count(*) FROM work_item WHERE claimed_by = ? AND returned) AS returned,
                       (SELECT count(*) FROM work_item_excluded WHERE officer_no = ? AND why = 'contributor') + (SELECT count(*) FROM work_item WHERE claimed_by = ? AND held_until IS NOT NULL) AS waiting,
                       coalesce((SELECT sum(n) FROM queue_count WHERE queue = ANY (?)), 0) AS team,
                       (SELECT count(*) FROM (SELECT 1 FROM unnest(?::text[]) q, LATERAL (SELECT 1 FROM work_item w WHERE w.queue = q AND w.due < statement_timestamp() LIMIT 1000) t LIMIT 1000) o) AS overdue""",
                officer, checks, officer, checks, officer, officer, officer, officer, queues, queues), row -> {
            row.next();
            Map<String, Long> counts = new LinkedHashMap<>();
            for (String view : List.of("mine", "checks", "returned", "waiting", "team", "overdue")) {
                counts.put("checks".equals(view) ? "check" : view, row.getLong(view));
            }
            return counts;
        });
    }

    /** Folds the appended changes of the counters into one row a queue; one node at a time. */
    public void foldCounts() {
        jdbc.query("SELECT pg_advisory_xact_lock(7223001)", row -> { });
        jdbc.update("WITH old AS (DELETE FROM queue_count RETURNING queue, n, free) INSERT INTO queue_count SELECT queue, sum(n), sum(free) FROM old GROUP BY queue");
    }

    private static PreparedStatement bind(Connection connection, String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            Object value = arguments[i];
            if (value instanceof List<?> list) {
                statement.setArray(i + 1, connection.createArrayOf("text", list.toArray()));
            } else {
                statement.setObject(i + 1, value);
            }
        }
        return statement;
    }

    private static Row row(ResultSet row) throws SQLException {
        Array roles = row.getArray("roles");
        return new Row(row.getString("task_id"), row.getObject("case_id", UUID.class), row.getObject("step_id", UUID.class), row.getString("step_key"), row.getString("duty"), row.getInt("round"),
                row.getString("section"), row.getObject("due", OffsetDateTime.class), row.getString("claimed_by"), row.getObject("claimed_at", OffsetDateTime.class),
                row.getObject("held_until", LocalDate.class), row.getString("hold_reason"), row.getBoolean("returned"), row.getInt("version"), row.getObject("opened_at", OffsetDateTime.class),
                row.getString("case_no"), row.getString("kind"), row.getString("title"), row.getString("subject_name"), row.getString("household_name"), row.getString("counter_note"),
                row.getBoolean("waiting"), row.getObject("received_on", LocalDate.class), row.getString("channel"), new LinkedHashSet<>(List.of((String[]) roles.getArray())), claimer(row));
    }

    private static String claimer(ResultSet row) throws SQLException {
        String family = row.getString("family_name");
        return family == null ? row.getString("claimed_by") : new Staff.Person(new OfficerId(row.getString("claimed_by")), family, row.getString("given_name"), null, null).name();
    }
}
