package jp.futari.casework.application;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.futari.access.InterestCheck;
import jp.futari.access.Rights;
import jp.futari.access.SignedIn;
import jp.futari.casework.spi.CaseKind;
import jp.futari.shared.Refused;
import jp.futari.workflow.StepCatalogue;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * 取下げを受けられるか: asked for the button of the case page and again when it is pressed. Whoever has an interest in the case receives none, and what
 * has been registered is not undone by taking a notice back (decision 0011).
 */
@Component
class Withdrawals {

    private final StartingCases cases;
    private final Rights rights;
    private final InterestCheck interests;
    private final KnownInterests known;
    private final StepCatalogue steps;
    private final JdbcTemplate jdbc;

    Withdrawals(StartingCases cases, Rights rights, InterestCheck interests, KnownInterests known, StepCatalogue steps, JdbcTemplate jdbc) {
        this.cases = cases;
        this.rights = rights;
        this.interests = interests;
        this.known = known;
        this.steps = steps;
        this.jdbc = jdbc;
    }

    /** @return why this person may not receive a withdrawal of this case now */
    Optional<Refused> whyNot(UUID caseId, SignedIn person) {
        Found found = jdbc.queryForObject("SELECT kind, section, state, addressees FROM case_file WHERE id = ?", (row, n) -> new Found(row.getString(1), row.getString(2), row.getString(3),
                new LinkedHashSet<>(TaskStates.strings(row.getArray(4)))), caseId);
        CaseKind kind = cases.kind(found.kind());
        Rights.Held held = rights.of(person);
        if (!held.may(kind.startedBy(), null) && !(held.may(Set.of("section-chief"), found.section()) && Inbox.leads(held, found.section()))) {
            return Optional.of(Refused.forbidden("access.role-missing"));
        }
        Optional<String> interest = known.of(caseId, person.officer()).or(() -> interests.conflict(person.officer(), found.addressees()).map("casework.interest."::concat));
        if (interest.isPresent()) {
            return interest.map(Refused::forbidden);
        }
        if (!"open".equals(found.state())) {
            return Optional.of(Refused.conflict("casework.case.closed", null));
        }
        if (stands(caseId, kind.noWithdrawalAfter())) {
            return Optional.of(Refused.conflict("casework.withdrawal.already-registered", null));
        }
        return openSteps(caseId).stream().anyMatch(steps::listensToWithdrawal) ? Optional.empty() : Optional.of(Refused.conflict("casework.withdrawal.not-possible-now", null));
    }

    private boolean stands(UUID caseId, Set<String> effects) {
        return jdbc.queryForList("SELECT DISTINCT e.key FROM effect e JOIN approval a ON a.id = e.approval_id WHERE a.case_id = ?", String.class, caseId).stream().anyMatch(effects::contains);
    }

    private List<String> openSteps(UUID caseId) {
        return jdbc.queryForList("SELECT DISTINCT step_key FROM work_item WHERE case_id = ?", String.class, caseId);
    }

    private record Found(String kind, String section, String state, Set<String> addressees) {
    }
}
