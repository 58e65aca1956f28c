package jp.futari.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import jp.futari.access.application.StaffSessions;
import jp.futari.shared.Refused;

/** What the filter found out about the session of this request, for those behind it. */
final class SessionFinding {

    private static final String STATE = SessionFinding.class.getName() + ".state";
    private static final String REASON = SessionFinding.class.getName() + ".reason";

    private SessionFinding() {
    }

    static void found(HttpServletRequest request, StaffSessions.State state) {
        request.setAttribute(STATE, state);
    }

    static Optional<StaffSessions.State> state(HttpServletRequest request) {
        return Optional.ofNullable((StaffSessions.State) request.getAttribute(STATE));
    }

    static void refuse(HttpServletRequest request, Refused reason) {
        request.setAttribute(REASON, reason);
    }

    /** Why nobody is signed in. */
    static Refused reason(HttpServletRequest request) {
        return request.getAttribute(REASON) instanceof Refused reason ? reason : Refused.signIn("access.signed-out");
    }
}
