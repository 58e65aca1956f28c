package jp.futari.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.futari.access.SignedInAuthentication;
import jp.futari.access.application.SessionLimits;
import jp.futari.access.application.StaffSessions;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.shared.Refused;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks the database in every request who this session belongs to, whether it may still act, and whether it is used on its own terminal.
 * Nothing of that is kept between requests: an ended right, account, terminal or session is over with the next request on any node.
 */
final class StaffSessionFilter extends OncePerRequestFilter {

    private static final List<String> NOBODY_NEEDED = List.of("/assets/", "/sign-in/", "/healthz", "/metrics", "/favicon");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int TOUCH_AFTER_SECONDS = 10;

    private final StaffSessions sessions;
    private final TerminalRecognition terminals;
    private final AuditTrail audit;
    private final SessionLimits limits;

    StaffSessionFilter(StaffSessions sessions, TerminalRecognition terminals, AuditTrail audit, SessionLimits limits) {
        this.sessions = sessions;
        this.terminals = terminals;
        this.audit = audit;
        this.limits = limits;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return NOBODY_NEEDED.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        BrowserSession.staffSession(request).ifPresent(ref -> identify(request, ref));
        chain.doFilter(request, response);
    }

    private void identify(HttpServletRequest request, UUID ref) {
        StaffSessions.State state = sessions.find(ref).orElse(null);
        if (state == null || state.over()) {
            BrowserSession.forgetPerson(request);
        } else if (!terminals.isOn(state, request)) {
            end(request, state, "other-terminal", Refused.signIn("access.session-other-terminal"));
        } else if (!state.terminalValid()) {
            end(request, state, "terminal-removed", Refused.forbidden("access.terminal-unknown"));
        } else if (!state.accountValid()) {
            end(request, state, "right-ended", Refused.signIn("access.account-ended"));
        } else {
            admit(request, state);
        }
    }

    private void end(HttpServletRequest request, StaffSessions.State state, String reason, Refused refused) {
        if (sessions.end(state.person().sessionRef(), reason)) {
            audit.recordApart(AuditEvent.refusal("access.session").by(state.person().officer().no())
                    .with("code", refused.code()).with("session", state.person().sessionRef().toString())
                    .with("session-terminal", state.person().terminalNo())
                    .with("shown-terminal", terminals.terminalOf(request).map(t -> t.terminalNo()).orElse("unknown")).build());
        }
        BrowserSession.forgetPerson(request);
        SessionFinding.refuse(request, refused);
    }

    private void admit(HttpServletRequest request, StaffSessions.State state) {
        SessionFinding.found(request, state);
        if (state.covered()) {
            SessionFinding.refuse(request, Refused.signIn("access.session-covered"));
            setPerson(new CoveredAuthentication());
            return;
        }
        if (isActivity(request) && state.secondsLeft() < limits.idle().toSeconds() - TOUCH_AFTER_SECONDS) {
            sessions.touch(state.person().sessionRef());
        }
        setPerson(new SignedInAuthentication(state.person()));
    }

    /** Looking and polling do not keep the screen open; doing something does. The screen tells of keys and clicks by {@code touch}. */
    private static boolean isActivity(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) && !request.getRequestURI().equals("/api/session/cover");
    }

    private static void setPerson(Authentication authentication) {
        SecurityContextHolder.setContext(new SecurityContextImpl(authentication));
    }
}
