package jp.futari.casework.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import jp.futari.access.CurrentOfficer;
import jp.futari.access.SignedIn;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.shared.LostRace;
import jp.futari.shared.Refused;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 行為の枠: runs one act of a person in one transaction: names the session to the database, keeps a repeated request from happening twice,
 * and records a refusal in a second transaction. The person comes from the session, never from a parameter.
 */
@Component
public class Acts {

    private final CurrentOfficer current;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final ActEnd end;
    private final ObjectMapper json;

    Acts(CurrentOfficer current, JdbcTemplate jdbc, PlatformTransactionManager transactions, AuditTrail audit, ActEnd end, ObjectMapper json) {
        this.current = current;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.end = end;
        this.json = json;
    }

    /** @return the answer as JSON; for a repeated request the answer of the first one */
    public JsonNode perform(ActRequest request, Function<Act, ?> work) {
        SignedIn person = current.get();
        AtomicReference<Act> act = new AtomicReference<>();
        try {
            return transaction.execute(status -> {
                Beginning beginning = begin(person, request);
                if (!beginning.fresh()) {
                    return beginning.answer();
                }
                act.set(new Act(person.officer(), person.sessionRef(), beginning.terminal()));
                end.begin();
                JsonNode answer = json.valueToTree(work.apply(act.get()));
                if (request.idempotencyKey() != null) {
                    end.answered(request.idempotencyKey(), person.officer(), answer.toString());
                }
                return answer;
            });
        } catch (Refused refused) {
            recordRefusal(request, act.get(), refused);
            throw refused;
        } catch (RuntimeException e) {
            RuntimeException told = refusalOf(e).<RuntimeException>map(Function.identity()).orElse(e);
            recordRefusal(request, act.get(), told instanceof Refused refused ? refused : new Refused(500, "casework.act.failed", Map.of(), List.of(), null));
            throw told;
        }
    }

    private Beginning begin(SignedIn person, ActRequest request) {
        Beginning beginning = jdbc.queryForObject("SELECT * FROM begin_act(?, ?, ?, ?)", (row, n) -> new Beginning(row.getString("person"), row.getString("terminal"),
                row.getBoolean("fresh"), row.getBoolean("same_request"), row.getString("earlier_answer")), person.sessionRef(), request.idempotencyKey(), request.action(), request.target());
        if (!person.officer().no().equals(beginning.person())) {
            throw Refused.signIn("access.signed-out");
        }
        return beginning;
    }

    /** The database's own refusals carry a code as message (SQLSTATE FT0xx); whoever was overtaken is told so, and nothing of theirs is kept. */
    private static Optional<Refused> refusalOf(RuntimeException e) {
        if (e instanceof DataAccessException data && data.getMostSpecificCause() instanceof PSQLException cause && cause.getServerErrorMessage() != null) {
            String state = cause.getSQLState();
            String code = cause.getServerErrorMessage().getMessage();
            if ("FT001".equals(state)) {
                return Optional.of(Refused.signIn(code));
            }
            if ("FT002".equals(state) || "FT006".equals(state)) {
                return Optional.of(Refused.conflict(code, null));
            }
            if (state.startsWith("FT0")) {
                return Optional.of(Refused.forbidden(code));
            }
            if ("approval_two_persons".equals(cause.getServerErrorMessage().getConstraint())) {
                return Optional.of(Refused.forbidden("casework.check.own-work"));
            }
        }
        return LostRace.isBehind(e) ? Optional.of(Refused.conflict(LostRace.CODE, null)) : Optional.empty();
    }

    private void recordRefusal(ActRequest request, Act act, Refused refused) {
        AuditEvent.Builder event = AuditEvent.refusal(request.action()).with("code", refused.code()).with("status", refused.status());
        if (act != null) {
            event.inCase(act.caseId()).step(act.stepKey(), act.round(), act.duty());
        }
        if (!refused.fields().isEmpty()) {
            event.with("fields", refused.fields().stream().map(f -> Map.of("key", f.key(), "code", f.code())).toList());
        }
        audit.recordApart(event.build());
    }

    private record Beginning(String person, String terminal, boolean fresh, boolean sameRequest, String earlierAnswer) {
        /** The earlier answer, for the very same request alone. */
        JsonNode answer() {
            if (!sameRequest) {
                throw Refused.unprocessable("casework.request.key-used-for-another-act");
            }
            if (earlierAnswer == null) {
                throw Refused.conflict("casework.request.still-running", null);
            }
            return jp.futari.shared.CanonicalJson.parse(earlierAnswer);
        }
    }

}
