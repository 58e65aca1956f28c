package jp.futari.mynumber.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.futari.mynumber.CandidateId;
import jp.futari.mynumber.CandidatePlace;
import jp.futari.mynumber.Comparison;
import jp.futari.mynumber.NumberFinding;
import jp.futari.mynumber.RevealRecord;
import jp.futari.mynumber.sealing.KeyedHash;
import jp.futari.mynumber.sealing.Sealed;
import jp.futari.shared.OfficerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 保管庫の窓口: the vault's SECURITY DEFINER functions, one method each. The application's role can reach the vault in no other way. */
@Repository
public class VaultFunctions {

    private final JdbcClient jdbc;

    public VaultFunctions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names the session for this transaction; the database finds the person itself. */
    public void actsIn(UUID session) {
        done("SELECT set_config('futari.session', ?, true)", session.toString());
    }

    public void putCandidate(CandidateId id, CandidatePlace place, Sealed sealed, KeyedHash hash) {
        done("SELECT vault.put_candidate(?, ?, ?, ?, ?, ?, ?, ?)", id.value(), place.caseId(), place.stepKey(), place.field(), sealed.keyId(), sealed.bytes(), hash.keyId(), hash.bytes());
    }

    public Comparison match(CandidateId entered, CandidateId typed) {
        return VaultRefusals.translated(() -> jdbc.sql("SELECT * FROM vault.match(?, ?)").param(entered.value()).param(typed.value())
                .query((row, n) -> new Comparison("match".equals(row.getString("result")), row.getInt("attempts_left"))).single());
    }

    public Set<NumberFinding> findings(CandidateId candidate, String addresseeNo, Set<String> household) {
        return jdbc.sql("SELECT vault.findings(?::uuid, ?::text, ?::text[])").param(candidate == null ? null : candidate.value().toString()).param(addresseeNo).param(household.toArray(String[]::new))
                .query(String.class).list().stream().map(NumberFinding::of).collect(Collectors.toSet());
    }

    public Optional<String> holder(CandidateId candidate) {
        return Optional.ofNullable(jdbc.sql("SELECT vault.holder(?)").param(candidate.value()).query((row, n) -> Optional.ofNullable(row.getString(1))).single().orElse(null));
    }

    public boolean isBound(String addresseeNo) {
        return jdbc.sql("SELECT vault.is_bound(?)").param(addresseeNo).query(Boolean.class).single();
    }

    public Optional<UUID> activeBinding(String addresseeNo) {
        return jdbc.sql("SELECT vault.active_binding(?)").param(addresseeNo).query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class))).single();
    }

    public void bind(UUID binding, UUID effect, CandidateId candidate, String addresseeNo, LocalDate since, boolean endsFormer) {
        done("SELECT vault.bind(?, ?, ?, ?, ?, ?)", binding, effect, candidate.value(), addresseeNo, since, endsFormer);
    }

    public void openReveal(UUID id, String purpose, CandidatePlace place, String taskId, CandidateId candidate) {
        done("SELECT vault.open_reveal(?, ?, ?, ?, ?, ?, ?)", id, purpose, place.caseId(), place.stepKey(), taskId, place.field(), candidate.value());
    }

    public Sealed takeReveal(UUID id) {
        return sealed("SELECT key_id, sealed FROM vault.take_reveal(?)", id);
    }

    public List<RevealRecord> reveals(UUID caseId) {
        return jdbc.sql("SELECT * FROM vault.reveals(?)").param(caseId).query((row, n) -> reveal(row)).list();
    }

    public void putPage(UUID document, int page, Sealed sealed) {
        done("SELECT vault.put_page(?, ?, ?, ?)", document, page, sealed.keyId(), sealed.bytes());
    }

    public Sealed takePage(UUID document, int page, String purpose) {
        return sealed("SELECT key_id, sealed FROM vault.take_page(?, ?, ?)", document, page, purpose);
    }

    public void putText(UUID id, String purpose, Sealed sealed) {
        done("SELECT vault.put_text(?, ?, ?, ?)", id, purpose, sealed.keyId(), sealed.bytes());
    }

    public Optional<Sealed> takeText(UUID id, String purpose) {
        return Optional.ofNullable(sealed("SELECT key_id, sealed FROM vault.take_text(?, ?)", id, purpose)).filter(found -> found.bytes() != null);
    }

    private void done(String call, Object... params) {
        VaultRefusals.translated(() -> jdbc.sql(call).params(params).query((row, n) -> true).single());
    }

    private Sealed sealed(String call, Object... params) {
        return VaultRefusals.translated(() -> jdbc.sql(call).params(params).query((row, n) -> new Sealed(row.getString("key_id"), row.getBytes("sealed"))).single());
    }

    private static RevealRecord reveal(ResultSet row) throws SQLException {
        return new RevealRecord(row.getString("purpose"), row.getString("label"), row.getString("step_key"), row.getString("field"), new OfficerId(row.getString("officer_no")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
