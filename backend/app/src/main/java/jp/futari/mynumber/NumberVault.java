package jp.futari.mynumber;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.futari.shared.ApprovedItem;

/**
 * 番号の保管庫: the one door to personal numbers. A number goes in and never comes out, but for one recorded reveal in a step;
 * outside there is only the random {@link CandidateId}.
 *
 * <p>Who acts is the person of the staff session named in {@code session}; the database finds the person itself.
 */
public interface NumberVault {

    /**
     * Seals what was typed. The check digit is tested; the caller's buffer is wiped whatever happens.
     *
     * @throws jp.futari.shared.Refused 422 {@code mynumber.check-digit}, {@code mynumber.length}, {@code mynumber.demo-only}, {@code mynumber.demo-number}
     */
    CandidateId candidate(char[] typed, CandidatePlace place, UUID session);

    /**
     * 照合: compares what the checker typed with what was entered. Five attempts for each entered candidate; the typed one counts once.
     *
     * @throws jp.futari.shared.Refused 409 {@code mynumber.match.attempts-used}, {@code mynumber.match.same-person} and others
     */
    Comparison match(CandidateId entered, CandidateId typed, UUID session);

    /** 突合: what belongs on the confirmation list. {@code candidate} is null where the number was left blank. */
    Set<NumberFinding> findings(CandidateId candidate, String addresseeNo, Set<String> householdMembers);

    /** The addressee number this candidate's number is bound to now. For the confirmation list only; every call is recorded. */
    Optional<String> holder(CandidateId candidate, UUID caseId);

    /** 「個人番号 登録済み」 */
    boolean isBound(String addresseeNo);

    /**
     * 番号の登録: the effect {@code bind-number}. The approved item must name the candidate and the person, and a second person must have matched it.
     *
     * @param endsFormer 個人番号変更: a former binding of this person ends the day before
     */
    void bind(ApprovedItem item, CandidateId candidate, String addresseeNo, LocalDate since, boolean endsFormer);

    /** 表示の記録 of a case, for 「表示 1回」 and the reviewer's list. */
    List<RevealRecord> reveals(UUID caseId);
}
