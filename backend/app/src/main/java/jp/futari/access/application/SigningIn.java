package jp.futari.access.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.futari.access.RoleNames;
import jp.futari.access.SignedIn;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.shared.OfficerId;
import jp.futari.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * サインイン: the identity provider says who, the staff register says which person. Only a person of the register with an account valid
 * today, on a terminal of the office, comes in (AUTH-01, AUTH-05, AUTH-15); every refusal is recorded.
 */
@Service
public class SigningIn {

    private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final StaffSessions sessions;
    private final AuditTrail audit;
    private final AccessSettings settings;

    SigningIn(JdbcClient jdbc, StaffSessions sessions, AuditTrail audit, AccessSettings settings) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.audit = audit;
        this.settings = settings;
    }

    /** @return the reference of the new session; @throws Refused with the reason, already recorded */
    @Transactional
    public UUID signIn(Identity who, Optional<KnownTerminal> terminal) {
        OfficerId officer = personOf(who, "access.sign-in");
        String terminalNo = terminal.orElseThrow(() -> refused("access.sign-in", "access.terminal-unknown", who)).terminalNo();
        UUID ref = sessions.start(who, officer, terminalNo, narrowedTo(who));
        audit.record(AuditEvent.act("access.signed-in").by(officer.no()).with("terminal", terminalNo).with("session", ref.toString()).build());
        return ref;
    }

    /** 再認証: the same person is identified again in place; anyone else is refused. @param since when we asked the provider to check the password */
    @Transactional
    public void identifyAgain(SignedIn signedIn, Identity who, Instant since) {
        OfficerId officer = personOf(who, "access.reauthentication");
        if (!officer.equals(signedIn.officer())) {
            throw refused("access.reauthentication", "access.reauthentication-other-person", who);
        }
        if (who.identifiedAt().isBefore(since.minus(CLOCK_DIFFERENCE))) {
            throw refused("access.reauthentication", "access.reauthentication-stale", who);
        }
        if (!sessions.identifiedAgain(signedIn.sessionRef(), who)) {
            throw refused("access.reauthentication", "access.signed-out", who);
        }
        audit.record(AuditEvent.act("access.reauthenticated").by(officer.no()).with("session", signedIn.sessionRef().toString()).build());
    }

    private OfficerId personOf(Identity who, String act) {
        if (!who.human()) {
            throw refused(act, "access.not-a-person", who);
        }
        if (who.impersonated()) {
            throw refused(act, "access.impersonated", who);
        }
        if (!settings.issuer().equals(who.issuer())) {
            throw refused(act, "access.account-unknown", who);
        }
        return jdbc.sql("""
                        SELECT a.officer_no, futari.valid_on(a.starts_on, a.ends_on, futari.office_today())
                                         AND futari.valid_on(m.starts_on, m.ends_on, futari.office_today()) AS valid
                          FROM futari.account a JOIN futari.staff_member m ON m.officer_no = a.officer_no
                         WHERE a.username = :username AND a.issuer = :issuer""")
                .param("username", who.username()).param("issuer", who.issuer())
                .query((row, n) -> {
                    if (!row.getBoolean("valid")) {
                        throw refused(act, "access.account-ended", who);
                    }
                    return new OfficerId(row.getString("officer_no"));
                }).optional().orElseThrow(() -> refused(act, "access.account-unknown", who));
    }

    /** Only role names of ours count; a token without any does not narrow. */
    private static Set<String> narrowedTo(Identity who) {
        Set<String> ours = new TreeSet<>(who.roles());
        ours.retainAll(RoleNames.ALL);
        return ours.isEmpty() ? null : ours;
    }

    private Refused refused(String act, String code, Identity who) {
        audit.recordApart(AuditEvent.refusal(act).with("code", code).with("account", who.username()).build());
        return Refused.forbidden(code);
    }
}
