package jp.futari.shared.web;

import static org.assertj.core.api.BDDAssertions.then;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.transaction.TransactionSystemException;

/** What a failure says to the browser: being overtaken is no breakdown. */
class ProblemAdviceTest {

    private final ProblemAdvice advice = new ProblemAdvice(new RefusalSentences());

    static Stream<Exception> overtaken() {
        return Stream.of(new ObjectOptimisticLockingFailureException("a row", "架空"), new OptimisticLockException("架空"), new CannotAcquireLockException("架空"),
                new DuplicateKeyException("架空", twice("approval_once_per_round")), new TransactionSystemException("架空", new SQLException("serialize", "40001")),
                new IllegalStateException(new IllegalStateException(new SQLException("deadlock", "40P01"))));
    }

    @ParameterizedTest
    @MethodSource("overtaken")
    @DisplayName("先を越されただけの失敗は 409 で、開き直すように伝える")
    void whoever_was_overtaken_is_told_to_open_the_page_again(Exception overtaken) {
        var answer = advice.failed(overtaken);
        then(answer.getStatusCode().value()).isEqualTo(409);
        then(answer.getBody().getProperties()).containsEntry("code", "casework.race.lost").doesNotContainKey("number");
        then(answer.getBody().getDetail()).isEqualTo("ほかの職員の操作と重なりました。開き直してください。");
    }

    @Test
    @DisplayName("競い合うはずのない行が二重になったときは、先を越されたのではなく、こわれている")
    void a_row_that_nobody_competes_for_is_a_failure_when_it_is_there_twice() {
        var answer = advice.failed(new DuplicateKeyException("架空", twice("case_file_case_no_key")));
        then(answer.getStatusCode().value()).isEqualTo(500);
        then(answer.getBody().getProperties()).containsKey("number");
    }

    /** As the driver tells of a unique violation: fields by letter, each ended by NUL. */
    private static PSQLException twice(String constraint) {
        return new PSQLException(new ServerErrorMessage("SERROR\0C23505\0Mduplicate key\0n" + constraint + "\0"));
    }

    @Test
    @DisplayName("ほかの失敗は 500 のままで、問い合わせの番号がつく")
    void any_other_failure_stays_a_failure_with_its_number() {
        var answer = advice.failed(new DataIntegrityViolationException("架空", new SQLException("not null", "23502")));
        then(answer.getStatusCode().value()).isEqualTo(500);
        then(answer.getBody().getProperties()).containsKey("number");
    }
}
