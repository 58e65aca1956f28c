package jp.futari.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import jp.futari.access.application.Secrets;
import jp.futari.access.application.SessionLimits;

/** The few strings kept in the browser's session: which staff session it stands for, and what sign-out needs. Nobody's identity. */
final class BrowserSession {

    private static final String STAFF_SESSION = "futari.session";
    private static final String ID_TOKEN = "futari.id-token";
    private static final String DRAFT_KEY = "futari.draft-key";

    private BrowserSession() {
    }

    static Optional<UUID> staffSession(HttpServletRequest request) {
        return text(request, STAFF_SESSION).map(UUID::fromString);
    }

    static void begin(HttpServletRequest request, UUID staffSession, SessionLimits limits) {
        HttpSession session = request.getSession();
        session.setMaxInactiveInterval((int) limits.longest().toSeconds());
        session.setAttribute(STAFF_SESSION, staffSession.toString());
        session.setAttribute(DRAFT_KEY, Secrets.randomKey());
    }

    /** The staff session is over; what is left is only the hint the identity provider needs to end its own. */
    static void forgetPerson(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(STAFF_SESSION);
            session.removeAttribute(DRAFT_KEY);
        }
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    static void keepIdToken(HttpServletRequest request, String idToken) {
        request.getSession().setAttribute(ID_TOKEN, idToken);
    }

    static Optional<String> idToken(HttpServletRequest request) {
        return text(request, ID_TOKEN);
    }

    static String draftKey(HttpServletRequest request) {
        return text(request, DRAFT_KEY).orElse("");
    }

    private static Optional<String> text(HttpServletRequest request, String name) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((String) session.getAttribute(name));
    }
}
