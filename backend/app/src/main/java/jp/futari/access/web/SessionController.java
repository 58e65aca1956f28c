package jp.futari.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jp.futari.access.CurrentOfficer;
import jp.futari.access.application.StaffSessions;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** 離席とサインアウト: how long the screen stays open, covering it, leaving. */
@RestController
class SessionController {

    private final StaffSessions sessions;
    private final CurrentOfficer currentOfficer;
    private final SignOut signOut;
    private final AuditTrail audit;

    SessionController(StaffSessions sessions, CurrentOfficer currentOfficer, SignOut signOut, AuditTrail audit) {
        this.sessions = sessions;
        this.currentOfficer = currentOfficer;
        this.signOut = signOut;
        this.audit = audit;
    }

    /** @param secondsLeft until the screen is covered; 0: it is */
    record SessionView(boolean signedIn, int secondsLeft, String officerNo) {
    }

    record Leaving(String redirect) {
    }

    record Ended(int ended) {
    }

    @GetMapping("/api/session")
    SessionView session(HttpServletRequest request) {
        return SessionFinding.state(request).map(state -> new SessionView(true, state.secondsLeft(), state.person().officer().no()))
                .orElseGet(() -> new SessionView(false, 0, null));
    }

    /** Keys and clicks of the person; the filter has already prolonged the session, because this is no mere reading. */
    @PostMapping("/api/session/touch")
    SessionView touch() {
        return sessions.find(currentOfficer.get().sessionRef())
                .map(state -> new SessionView(true, state.secondsLeft(), state.person().officer().no())).orElseThrow();
    }

    @PostMapping("/api/session/cover")
    SessionView cover(HttpServletRequest request) {
        return SessionFinding.state(request).map(state -> {
            sessions.cover(state.person().sessionRef());
            return new SessionView(true, 0, state.person().officer().no());
        }).orElseGet(() -> new SessionView(false, 0, null));
    }

    @PostMapping("/api/session/end-elsewhere")
    @Transactional
    public Ended endElsewhere() {
        int ended = sessions.endElsewhere(currentOfficer.get());
        audit.record(AuditEvent.act("access.ended-elsewhere").with("sessions", ended).build());
        return new Ended(ended);
    }

    /** Ends the session here; the browser then goes where the identity provider ends its own. */
    @PostMapping("/logout")
    Leaving leave(HttpServletRequest request) {
        var idToken = BrowserSession.idToken(request);
        SessionFinding.state(request).ifPresent(state -> {
            if (sessions.end(state.person().sessionRef(), "signed-out")) {
                audit.recordApart(AuditEvent.act("access.signed-out").by(state.person().officer().no())
                        .with("session", state.person().sessionRef().toString()).build());
            }
        });
        BrowserSession.end(request);
        return new Leaving(idToken.isPresent() ? signOut.endSessionAddress(idToken) : "/");
    }
}
