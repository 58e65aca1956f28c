package jp.futari.access.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.futari.access.Sections;
import jp.futari.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 職員と権限・端末の一覧 (screens.md S08). */
@Service
public class StaffLists {

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Sections sections;

    StaffLists(JdbcClient jdbc, BusinessClock clock, Sections sections) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.sections = sections;
    }

    public LocalDate today() {
        return clock.today();
    }

    @Transactional(readOnly = true)
    public List<Member> staff() {
        Map<String, List<Grant>> grants = new LinkedHashMap<>();
        jdbc.sql("SELECT officer_no, role, section, starts_on, ends_on FROM futari.access_grant ORDER BY officer_no, role, starts_on")
                .query((row, n) -> grants.computeIfAbsent(row.getString("officer_no"), no -> new ArrayList<>())
                        .add(new Grant(row.getString("role"), row.getString("section"), date(row, "starts_on"), date(row, "ends_on"), stateOf(row)))).list();
        return jdbc.sql("""
                        SELECT m.officer_no, m.family_name, m.given_name, m.section, m.post, m.starts_on, m.ends_on,
                               array(SELECT a.username FROM futari.account a WHERE a.officer_no = m.officer_no
                                       AND futari.valid_on(a.starts_on, a.ends_on, futari.office_today()) ORDER BY a.username) AS accounts,
                               (SELECT max(s.started_at) FROM futari.staff_session s WHERE s.officer_no = m.officer_no) AS last_signed_in
                          FROM futari.staff_member m ORDER BY m.section, m.officer_no""")
                .query((row, n) -> new Member(row.getString("officer_no"), (row.getString("family_name") + "\u3000" + row.getString("given_name")).strip(),
                        row.getString("section"), sections.nameOf(row.getString("section")), row.getString("post"), date(row, "starts_on"),
                        date(row, "ends_on"), stateOf(row), List.of((String[]) row.getArray("accounts").getArray()),
                        grants.getOrDefault(row.getString("officer_no"), List.of()), instant(row, "last_signed_in"))).list();
    }

    @Transactional(readOnly = true)
    public List<TerminalRow> terminals() {
        return jdbc.sql("""
                        SELECT t.terminal_no, t.place, t.counter_facing, t.businesses, t.starts_on, t.ends_on, t.certificate_sha256 IS NOT NULL AS certificate,
                               (SELECT max(s.started_at) FROM futari.staff_session s WHERE s.terminal_no = t.terminal_no) AS last_used,
                               (SELECT CASE WHEN k.used_at IS NOT NULL THEN 'used' WHEN k.expires_at <= now() THEN 'expired'
                                            WHEN k.token IS NULL THEN 'handed-out' ELSE 'ready' END
                                  FROM futari.terminal_enrollment_ticket k WHERE k.terminal_no = t.terminal_no ORDER BY k.issued_at DESC LIMIT 1) AS link
                          FROM futari.terminal t ORDER BY t.terminal_no""")
                .query((row, n) -> new TerminalRow(row.getString("terminal_no"), row.getString("place"), row.getBoolean("counter_facing"),
                        List.of((String[]) row.getArray("businesses").getArray()), row.getBoolean("certificate"), date(row, "starts_on"), date(row, "ends_on"),
                        stateOf(row), instant(row, "last_used"), row.getString("link"))).list();
    }

    private String stateOf(ResultSet row) throws SQLException {
        LocalDate today = clock.today();
        if (date(row, "starts_on").isAfter(today)) {
            return "later";
        }
        return date(row, "ends_on") != null && date(row, "ends_on").isBefore(today) ? "ended" : "valid";
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column) == null ? null : row.getTimestamp(column).toInstant();
    }

    /** @param state {@code later}, {@code valid} or {@code ended} */
    public record Grant(String role, String section, LocalDate startsOn, LocalDate endsOn, String state) {
    }

    /** One person with everything they may do. */
    public record Member(String no, String name, String section, String sectionName, String post, LocalDate startsOn, LocalDate endsOn, String state,
                         List<String> accounts, List<Grant> grants, Instant lastSignedInAt) {
    }

    /** @param link state of the latest enrolment link: {@code ready}, {@code handed-out}, {@code used}, {@code expired} or null */
    public record TerminalRow(String no, String place, boolean counterFacing, List<String> businesses, boolean certificate, LocalDate startsOn,
                              LocalDate endsOn, String state, Instant lastUsedAt, String link) {
    }
}
