package jp.futari.access.application;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.futari.access.SignedIn;
import jp.futari.shared.OfficerId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** サインインからサインアウトまで: the sessions of the staff in the database, so that every node sees an end at once. */
@Component
public class StaffSessions {

    private static final String STATE = """
            SELECT s.ref, s.officer_no, s.username, s.terminal_no, s.reauthenticated_at,
                   s.ended_at IS NOT NULL OR s.expires_at <= now() AS over,
                   greatest(0, ceil(extract(epoch FROM s.active_until - now())))::int AS seconds_left,
                   EXISTS (SELECT 1 FROM futari.account a JOIN futari.staff_member m ON m.officer_no = a.officer_no
                            WHERE a.username = s.username AND a.officer_no = s.officer_no
                              AND futari.valid_on(a.starts_on, a.ends_on, futari.office_today())
                              AND futari.valid_on(m.starts_on, m.ends_on, futari.office_today())) AS account_valid,
                   coalesce(futari.valid_on(t.starts_on, t.ends_on, futari.office_today()), false) AS terminal_valid,
                   t.secret_hash, t.certificate_sha256
              FROM futari.staff_session s LEFT JOIN futari.terminal t ON t.terminal_no = s.terminal_no
             WHERE s.ref = :ref""";
    private static final RowMapper<State> TO_STATE = (row, n) -> new State(
            new SignedIn(row.getObject("ref", UUID.class), new OfficerId(row.getString("officer_no")), row.getString("username"),
                    row.getString("terminal_no"), row.getTimestamp("reauthenticated_at").toInstant()),
            row.getBoolean("over"), row.getInt("seconds_left"), row.getBoolean("account_valid"), row.getBoolean("terminal_valid"),
            row.getBytes("secret_hash"), row.getBytes("certificate_sha256"));

    private final JdbcClient jdbc;
    private final JdbcClient lookUps;
    private final SessionLimits limits;

    StaffSessions(JdbcClient jdbc, LookUps lookUps, SessionLimits limits) {
        this.jdbc = jdbc;
        this.lookUps = JdbcClient.create(lookUps.jdbc());
        this.limits = limits;
    }

    /** What the database says of a session at this moment; it is asked in every request. */
    public Optional<State> find(UUID ref) {
        return lookUps.sql(STATE).param("ref", ref).query(TO_STATE).optional();
    }

    @Transactional
    public UUID start(Identity who, OfficerId officer, String terminalNo, Set<String> narrowedTo) {
        UUID ref = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO futari.staff_session (ref, username, officer_no, terminal_no, reauthenticated_at, active_until, expires_at,
                                                          idp_session, idp_subject, narrowed_to)
                        VALUES (:ref, :username, :officer, :terminal, least(:identifiedAt, now()), now() + make_interval(secs => :idle),
                                now() + make_interval(secs => :longest), :idpSession, :idpSubject, CAST(:narrowedTo AS text[]))""")
                .param("ref", ref).param("username", who.username()).param("officer", officer.no()).param("terminal", terminalNo)
                .param("identifiedAt", who.identifiedAt().atOffset(ZoneOffset.UTC))
                .param("idle", limits.idle().toSeconds()).param("longest", limits.longest().toSeconds())
                .param("idpSession", who.idpSession()).param("idpSubject", who.subject())
                .param("narrowedTo", narrowedTo == null ? null : narrowedTo.toArray(String[]::new)).update();
        return ref;
    }

    /** The person did something: the screen stays open for another while. A covered session is not opened by this. */
    @Transactional
    public boolean touch(UUID ref) {
        return jdbc.sql("""
                        UPDATE futari.staff_session SET active_until = now() + make_interval(secs => :idle)
                         WHERE ref = :ref AND ended_at IS NULL AND expires_at > now() AND active_until > now()""")
                .param("idle", limits.idle().toSeconds()).param("ref", ref).update() == 1;
    }

    /** The person leaves the seat: nothing more until the same person is identified again. */
    @Transactional
    public void cover(UUID ref) {
        jdbc.sql("UPDATE futari.staff_session SET active_until = now() WHERE ref = :ref AND ended_at IS NULL AND active_until > now()")
                .param("ref", ref).update();
    }

    @Transactional
    public boolean identifiedAgain(UUID ref, Identity who) {
        return jdbc.sql("""
                        UPDATE futari.staff_session
                           SET reauthenticated_at = now(), active_until = now() + make_interval(secs => :idle), idp_session = :idpSession
                         WHERE ref = :ref AND ended_at IS NULL AND expires_at > now()""")
                .param("idle", limits.idle().toSeconds()).param("idpSession", who.idpSession()).param("ref", ref).update() == 1;
    }

    @Transactional
    public boolean end(UUID ref, String reason) {
        return endWhere("ref = :value", ref, reason) > 0;
    }

    @Transactional
    public int endAllOf(OfficerId officer, String reason) {
        return endWhere("officer_no = :value", officer.no(), reason);
    }

    @Transactional
    public int endAllOn(String terminalNo, String reason) {
        return endWhere("terminal_no = :value", terminalNo, reason);
    }

    @Transactional
    public int endByIdentityProvider(String idpSession, String subject) {
        return idpSession != null ? endWhere("idp_session = :value", idpSession, "back-channel") : endWhere("idp_subject = :value", subject, "back-channel");
    }

    /** A person signed in on two terminals is shown where, and asked (screens.md S08). */
    @Transactional(readOnly = true)
    public List<Elsewhere> elsewhere(SignedIn signedIn) {
        return jdbc.sql("""
                        SELECT s.terminal_no, t.place, s.started_at FROM futari.staff_session s LEFT JOIN futari.terminal t ON t.terminal_no = s.terminal_no
                         WHERE s.officer_no = :officer AND s.ref <> :ref AND s.ended_at IS NULL AND s.expires_at > now() ORDER BY s.started_at""")
                .param("officer", signedIn.officer().no()).param("ref", signedIn.sessionRef())
                .query((row, n) -> new Elsewhere(row.getString("terminal_no"), row.getString("place"), row.getTimestamp("started_at").toInstant())).list();
    }

    @Transactional
    public int endElsewhere(SignedIn signedIn) {
        return jdbc.sql("UPDATE futari.staff_session SET ended_at = now(), end_reason = 'elsewhere' WHERE officer_no = :officer AND ref <> :ref AND ended_at IS NULL")
                .param("officer", signedIn.officer().no()).param("ref", signedIn.sessionRef()).update();
    }

    private int endWhere(String condition, Object value, String reason) {
        return jdbc.sql("UPDATE futari.staff_session SET ended_at = now(), end_reason = :reason WHERE " + condition + " AND ended_at IS NULL")
                .param("reason", reason).param("value", value).update();
    }

    /** Another open session of the same person. */
    public record Elsewhere(String terminalNo, String place, Instant since) {
    }

    /**
     * A session at one moment.
     *
     * @param over        ended, or older than the longest time allowed
     * @param secondsLeft 0: the screen is covered
     */
    public record State(SignedIn person, boolean over, int secondsLeft, boolean accountValid, boolean terminalValid, byte[] secretHash,
                        byte[] certificateHash) {

        public boolean covered() {
            return secondsLeft == 0;
        }
    }
}
