package jp.futari.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.session.Session;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Spring Session asks the database twice in every request: to find the session, and again after the work whether the cookie still names it.
 * Within one request the answer is kept; nothing of it lives on to the next one.
 */
final class SessionOfRequest extends OncePerRequestFilter {

    private static final ThreadLocal<SessionOfRequest.Kept> KEPT = new ThreadLocal<>();

    private static final class Kept {
        private Session session;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        KEPT.set(new Kept());
        try {
            chain.doFilter(request, response);
        } finally {
            KEPT.remove();
        }
    }

    static void keep(Session session) {
        Kept kept = KEPT.get();
        if (kept != null) {
            kept.session = session;
        }
    }

    static void forget() {
        keep(null);
    }

    static Optional<Session> kept(String id) {
        Kept kept = KEPT.get();
        return kept == null ? Optional.empty() : Optional.ofNullable(kept.session).filter(session -> session.getId().equals(id) && !session.isExpired());
    }
}
