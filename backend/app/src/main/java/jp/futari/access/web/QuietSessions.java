package jp.futari.access.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Spring Session writes a row for every request only to note when it came. This notes it once in five minutes: reading a page writes
 * nothing, and completing a step costs no extra transaction.
 */
final class QuietSessions<S extends Session> implements SessionRepository<QuietSessions.Quiet<S>> {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);
    private static final Duration BEFORE_SIGN_IN = Duration.ofMinutes(15);

    private final SessionRepository<S> sessions;
    private final Runnable sweep;

    private QuietSessions(SessionRepository<S> sessions, Runnable sweep) {
        this.sessions = sessions;
        this.sweep = sweep;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})   // the library's own session class is not public
    static QuietSessions<?> over(JdbcIndexedSessionRepository jdbc) {
        jdbc.setDefaultMaxInactiveInterval(BEFORE_SIGN_IN);
        return new QuietSessions((SessionRepository) jdbc, jdbc::cleanUpExpiredSessions);
    }

    void cleanUpExpiredSessions() {
        sweep.run();
    }

    @Override
    public Quiet<S> createSession() {
        return new Quiet<>(sessions.createSession());
    }

    @Override
    public void save(Quiet<S> session) {
        sessions.save(session.session);
        SessionOfRequest.keep(session);
    }

    @Override
    @SuppressWarnings("unchecked")   // only this repository keeps sessions there
    public Quiet<S> findById(String id) {
        Optional<Session> kept = SessionOfRequest.kept(id);
        if (kept.isPresent()) {
            return (Quiet<S>) kept.get();
        }
        S session = Transactions.reading(() -> sessions.findById(id));
        Quiet<S> found = session == null ? null : new Quiet<>(session);
        SessionOfRequest.keep(found);
        return found;
    }

    @Override
    public void deleteById(String id) {
        SessionOfRequest.forget();
        sessions.deleteById(id);
    }

    /** Writes of a session belong together; finding one is a single statement and needs no transaction. */
    static final class Transactions implements TransactionOperations {

        private static final ThreadLocal<Boolean> READING = ThreadLocal.withInitial(() -> false);
        private final TransactionOperations writing;

        Transactions(TransactionOperations writing) {
            this.writing = writing;
        }

        static <T> T reading(Supplier<T> find) {
            READING.set(true);
            try {
                return find.get();
            } finally {
                READING.remove();
            }
        }

        @Override
        public <T> T execute(TransactionCallback<T> action) {
            return (READING.get() ? TransactionOperations.withoutTransaction() : writing).execute(action);
        }
    }

    /** A session that does not insist on being written. */
    static final class Quiet<S extends Session> implements Session {

        private final S session;

        private Quiet(S session) {
            this.session = session;
        }

        @Override
        public void setLastAccessedTime(Instant now) {
            if (session.getLastAccessedTime().plus(NOTED_EVERY).isBefore(now)) {
                session.setLastAccessedTime(now);
            }
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public String changeSessionId() {
            return session.changeSessionId();
        }

        @Override
        public <T> T getAttribute(String name) {
            return session.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return session.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            session.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            session.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return session.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return session.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            session.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return session.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return session.isExpired();
        }
    }
}
