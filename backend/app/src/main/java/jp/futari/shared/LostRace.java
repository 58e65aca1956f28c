package jp.futari.shared;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * 先を越された: whether a failure only says that somebody else was quicker. Nothing is broken then; the act was rolled back and the person
 * opens the page again. Asked of the whole chain, because pools, JPA and the engine each wrap what the database said.
 */
public final class LostRace {

    public static final String CODE = "casework.race.lost";

    /** serialization_failure, deadlock_detected, lock_not_available (PostgreSQL, appendix A). */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03");
    private static final String UNIQUE_VIOLATION = "23505";
    /** What two people can both find free and both take. Any other row that is there twice is a fault of the program. */
    static final Set<String> TAKEN_BY_THE_FIRST = Set.of(
            "submission_step_id_round_key", "approval_once_per_round", "step_return_pkey", "check_attempt_pkey", "work_done_pkey", "effect_once", "standing_run_approval_id_run_on_key",
            "staff_member_officer_no_key", "account_username_key", "terminal_terminal_no_key",
            "insured_household_household_no_key", "branch_number_of_person",
            "printed_document_reprint_of_key");
    private static final int DEEPEST = 20;

    private LostRace() {
    }

    public static boolean isBehind(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at instanceof ConcurrencyFailureException || at instanceof OptimisticLockException || at instanceof SQLException sql && saysSo(sql)) {
                return true;
            }
            at = at.getCause() == at ? null : at.getCause();
        }
        return false;
    }

    private static boolean saysSo(SQLException said) {
        String state = String.valueOf(said.getSQLState());
        return STATES.contains(state) || UNIQUE_VIOLATION.equals(state) && said instanceof PSQLException named && isTaken(named.getServerErrorMessage());
    }

    private static boolean isTaken(ServerErrorMessage said) {
        return said != null && said.getConstraint() != null && TAKEN_BY_THE_FIRST.contains(said.getConstraint());
    }
}
