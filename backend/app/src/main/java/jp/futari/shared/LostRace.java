package jp.futari.shared;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/**
 * 先を越された: whether a failure only says that somebody else was quicker. Nothing is broken then; the act was rolled back and the person
 * opens the page again. Asked of the whole chain, because pools, JPA and the engine each wrap what the database said.
 */
public final class LostRace {

    public static final String CODE = "casework.race.lost";

    /** serialization_failure, deadlock_detected, lock_not_available, unique_violation (PostgreSQL, appendix A). */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03", "23505");
    private static final int DEEPEST = 20;

    private LostRace() {
    }

    public static boolean isBehind(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at instanceof ConcurrencyFailureException || at instanceof DuplicateKeyException || at instanceof OptimisticLockException
                    || at instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
            at = at.getCause() == at ? null : at.getCause();
        }
        return false;
    }
}
