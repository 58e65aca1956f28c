package jp.futari.casework;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.futari.access.SignedIn;
import jp.futari.casework.application.CasePages;
import jp.futari.shared.CanonicalJson;
import jp.futari.workflow.StepCatalogue;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** 案件の扉: what rooms above may ask about a case outside a step: who may open it, whom it is about, what was confirmed. */
@Component
public class CaseDoor {

    private final CasePages pages;
    private final StepCatalogue steps;
    private final JdbcTemplate jdbc;

    CaseDoor(@Lazy CasePages pages, StepCatalogue steps, JdbcTemplate jdbc) {
        this.pages = pages;
        this.steps = steps;
        this.jdbc = jdbc;
    }

    /** @throws jp.futari.shared.Refused 403 or 404 when the person may not open the case */
    public UUID open(String caseNo, SignedIn person) {
        return pages.mayOpen(caseNo, person);
    }

    /** @throws jp.futari.shared.Refused 403 or 404 when the person may not open the case */
    public void open(UUID caseId, SignedIn person) {
        pages.mayOpen(caseId, person);
    }

    /** Addressee numbers the case is about, for the record of reads. */
    public List<String> addressees(UUID caseId) {
        return jdbc.queryForList("SELECT unnest(addressees) FROM case_file WHERE id = ?", String.class, caseId);
    }

    /** The name a list shows for the case, while no submission is confirmed. */
    public Optional<String> shownName(UUID caseId) {
        return jdbc.queryForList("SELECT coalesce(household_name, subject_name) FROM case_file WHERE id = ?", String.class, caseId).stream().filter(n -> n != null).findFirst();
    }

    /** Running cases of one kind about any of these people, with the parameters they were opened with. */
    public List<Running> running(String kind, Set<String> addressees) {
        return jdbc.query("SELECT case_no, params FROM case_file WHERE kind = ? AND state = 'open' AND addressees && ?::text[]",
                (row, n) -> new Running(row.getString(1), (ObjectNode) CanonicalJson.parse(row.getString(2))), kind, addressees.toArray(String[]::new));
    }

    public record Running(String caseNo, ObjectNode params) {
    }

    /** Values of the latest confirmed submission of a step in this case. */
    public Optional<ObjectNode> approvedValues(UUID caseId, String stepKey) {
        return jdbc.queryForList("SELECT s.content FROM approval a JOIN submission s ON s.id = a.submission_id WHERE a.case_id = ? AND a.step_key = ? ORDER BY a.at DESC LIMIT 1",
                String.class, caseId, stepKey).stream().findFirst().map(content -> (ObjectNode) CanonicalJson.parse(content).path("values"));
    }

    /** Whether two people confirmed any step of the case that was sent to the check after a moment. */
    public boolean confirmedSince(UUID caseId, Instant moment) {
        return Boolean.TRUE.equals(jdbc.queryForObject("SELECT EXISTS (SELECT FROM approval a JOIN submission s ON s.id = a.submission_id WHERE a.case_id = ? AND s.at > ?)", Boolean.class,
                caseId, moment.atOffset(ZoneOffset.UTC)));
    }

    /** Whether this step belongs to the case's way and nobody has confirmed it yet. */
    public boolean isAhead(UUID caseId, String stepKey) {
        return jdbc.queryForList("SELECT f.process_id FROM case_file f WHERE f.id = ? AND NOT EXISTS (SELECT FROM approval a WHERE a.case_id = f.id AND a.step_key = ?)",
                String.class, caseId, stepKey).stream().anyMatch(process -> steps.step(stepKey).processId().equals(process));
    }

    /** Whether the person holds a task of this case now. */
    public boolean worksOn(UUID caseId, SignedIn person) {
        return Boolean.TRUE.equals(jdbc.queryForObject("SELECT EXISTS (SELECT FROM work_item WHERE case_id = ? AND claimed_by = ?)", Boolean.class, caseId,
                person.officer().no()));
    }

    public boolean isRunning(UUID caseId) {
        return Boolean.TRUE.equals(jdbc.queryForObject("SELECT state = 'open' FROM case_file WHERE id = ?", Boolean.class, caseId));
    }
}
