package jp.futari.access.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.shared.OfficerId;
import jp.futari.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 端末登録の一回限りのリンク: prepared by the effect of two people, handed out once, used once. */
@Service
public class EnrollmentLinks {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final AccessSettings settings;

    EnrollmentLinks(JdbcClient jdbc, AuditTrail audit, AccessSettings settings) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.settings = settings;
    }

    void prepare(String terminalNo, String token, Duration goodFor) {
        jdbc.sql("""
                        INSERT INTO futari.terminal_enrollment_ticket (id, terminal_no, token_hash, token, expires_at)
                        VALUES (:id, :terminal, :hash, :token, now() + make_interval(secs => :seconds))""")
                .param("id", UUID.randomUUID()).param("terminal", terminalNo).param("hash", Secrets.hash(token)).param("token", token)
                .param("seconds", goodFor.toSeconds()).update();
    }

    void withdraw(String terminalNo) {
        jdbc.sql("UPDATE futari.terminal_enrollment_ticket SET used_at = now(), token = NULL WHERE terminal_no = :terminal AND used_at IS NULL")
                .param("terminal", terminalNo).update();
    }

    /** Gives the link to one person, once; after that only its hash is left. */
    @Transactional
    public Link handOut(String terminalNo, OfficerId to) {
        Link link = jdbc.sql("""
                        SELECT id, token, expires_at FROM futari.terminal_enrollment_ticket
                         WHERE terminal_no = :terminal AND token IS NOT NULL AND used_at IS NULL AND expires_at > now() FOR UPDATE""")
                .param("terminal", terminalNo)
                .query((row, n) -> new Link(row.getObject("id", UUID.class), settings.publicUrl() + "/terminal/enroll/" + row.getString("token"),
                        row.getTimestamp("expires_at").toInstant()))
                .optional().orElseThrow(() -> Refused.notFound("access.terminal.no-link"));
        jdbc.sql("UPDATE futari.terminal_enrollment_ticket SET token = NULL, handed_to = :officer, handed_at = now() WHERE id = :id")
                .param("officer", to.no()).param("id", link.id()).update();
        audit.record(AuditEvent.act("access.terminal-link-handed-out").with("terminal", terminalNo).build());
        return link;
    }

    /** @return the terminal's secret for its device cookie; empty when the link is unknown, used, out of date or of a removed terminal */
    @Transactional
    public Optional<String> use(String token) {
        if (!token.matches("[A-Za-z0-9_-]{43}")) {
            return Optional.empty();
        }
        String secret = Secrets.terminalSecretOf(token);
        Optional<String> terminal = jdbc.sql("""
                        UPDATE futari.terminal_enrollment_ticket k SET used_at = now(), token = NULL FROM futari.terminal t
                         WHERE k.token_hash = :hash AND k.used_at IS NULL AND k.expires_at > now() AND t.terminal_no = k.terminal_no
                           AND t.secret_hash = :secretHash AND futari.valid_on(t.starts_on, t.ends_on, futari.office_today())
                        RETURNING k.terminal_no""")
                .param("hash", Secrets.hash(token)).param("secretHash", Secrets.hash(secret)).query(String.class).optional();
        terminal.ifPresent(no -> audit.record(AuditEvent.act("access.terminal-link-used").with("terminal", no).build()));
        return terminal.map(no -> secret);
    }

    /** @param expiresAt until when it can be used */
    public record Link(UUID id, String address, Instant expiresAt) {
    }
}
