package jp.futari.casework.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import jp.futari.access.Rights;
import jp.futari.access.SignedIn;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.casework.spi.CaseTab;
import jp.futari.shared.Refused;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** 案件のページ (S04): overview, history, diagram, deadlines, related cases and who looked. Opening it is a recorded read. */
@Service
public class CasePages {

    /** Besides the clerks of the section itself; a reviewer may open every case, an administrator none. */
    private static final Set<String> READERS_OF_ANY_SECTION = Set.of("counter-clerk", "section-chief", "manager");

    private final Acts acts;
    private final CaseHeads heads;
    private final OpenTasks openTasks;
    private final CaseHistory history;
    private final CaseFlow flow;
    private final Withdrawals withdrawals;
    private final KnownInterests known;
    private final Evidence evidence;
    private final Rights rights;
    private final AuditTrail audit;
    private final List<CaseTab> tabs;
    private final JdbcTemplate jdbc;

    CasePages(Acts acts, CaseHeads heads, OpenTasks openTasks, CaseHistory history, CaseFlow flow, Withdrawals withdrawals, KnownInterests known, Evidence evidence, Rights rights,
              AuditTrail audit, List<CaseTab> tabs, JdbcTemplate jdbc) {
        this.acts = acts;
        this.heads = heads;
        this.openTasks = openTasks;
        this.history = history;
        this.flow = flow;
        this.withdrawals = withdrawals;
        this.known = known;
        this.evidence = evidence;
        this.rights = rights;
        this.audit = audit;
        this.tabs = tabs;
        this.jdbc = jdbc;
    }

    public JsonNode overview(String caseNo) {
        return open(caseNo, "overview", (id, person) -> {
            Map<String, Object> page = new LinkedHashMap<>(heads.head(id));
            page.put("stamps", heads.stamps(id));
            page.put("openTasks", openTasks.ofCase(id, person));
            page.put("events", history.latest(id, 8));
            page.put("deadlines", deadlines(id));
            page.put("documents", evidence.sources(id));
            page.put("related", related(id));
            page.put("people", tab("people", id, person));
            page.put("withdrawable", withdrawals.whyNot(id, person).isEmpty());
            page.put("takesPapers", evidence.takesPapersFrom(rights.of(person).roles()));
            return page;
        });
    }

    public JsonNode history(String caseNo) {
        return open(caseNo, "history", (id, person) -> Map.of("events", history.of(id, 500), "stamps", heads.stamps(id)));
    }

    public JsonNode flow(String caseNo) {
        return open(caseNo, "flow", (id, person) -> flow.of(id));
    }

    public JsonNode deadlinesOf(String caseNo) {
        return open(caseNo, "deadlines", (id, person) -> Map.of("deadlines", deadlines(id)));
    }

    public JsonNode relatedTo(String caseNo) {
        return open(caseNo, "related", (id, person) -> Map.of("related", related(id)));
    }

    public JsonNode documents(String caseNo) {
        return open(caseNo, "documents", (id, person) -> Map.of("sources", evidence.sources(id), "documents", tab("documents", id, person)));
    }

    public JsonNode people(String caseNo) {
        return open(caseNo, "people", (id, person) -> Map.of("people", tab("people", id, person)));
    }

    /** 見た人の記録: visible to everyone who may open the case. */
    public JsonNode readers(String caseNo) {
        return open(caseNo, "readers", (id, person) -> Map.of("readers", history.readers(id)));
    }

    private List<Map<String, Object>> tab(String name, UUID caseId, SignedIn person) {
        return tabs.stream().filter(t -> t.tab().equals(name)).flatMap(t -> t.rows(caseId, person).stream()).toList();
    }

    /** @throws Refused 404 for an unknown case, 403 where the person's rights do not reach its section or an interest was declared */
    private JsonNode open(String caseNo, String part, BiFunction<UUID, SignedIn, ?> page) {
        return acts.perform(ActRequest.of("case.open"), act -> {
            Found found = find(caseNo);
            act.touches(found.id(), null, null, null);
            SignedIn person = new SignedIn(act.session(), act.officer(), null, act.terminal(), null);
            mayOpen(found, person);
            audit.record(AuditEvent.read("case.opened-page").inCase(found.id()).purpose("case:" + part).of(found.addressees()).build());
            return page.apply(found.id(), person);
        });
    }

    private void mayOpen(Found found, SignedIn person) {
        Rights.Held held = rights.of(person);
        boolean administration = "administration".equals(found.section()) && held.may(Set.of("administrator", "section-chief", "manager"), null);
        if (!administration && !held.may(READERS_OF_ANY_SECTION, found.section()) && !held.may(Set.of(found.section() + "-clerk"), found.section()) && !held.may(Set.of("compliance-reviewer"), null)) {
            throw Refused.forbidden("casework.case.not-yours");
        }
        known.of(found.id(), person.officer()).ifPresent(code -> {
            throw Refused.forbidden(code);
        });
    }

    private Found find(String caseNo) {
        return jdbc.query("SELECT id, section, addressees FROM case_file WHERE case_no = ?", (row, n) -> new Found(row.getObject(1, UUID.class), row.getString(2),
                new ArrayList<>(TaskStates.strings(row.getArray(3)))), caseNo).stream().findFirst().orElseThrow(() -> Refused.notFound("casework.case.unknown"));
    }

    /** The case of an open page, for other rooms' requests (documents, uploads), with the same question asked. */
    public UUID mayOpen(String caseNo, SignedIn person) {
        Found found = find(caseNo);
        mayOpen(found, person);
        return found.id();
    }

    /** @throws Refused 403 or 404 when the person may not open the case */
    public void mayOpen(UUID caseId, SignedIn person) {
        String caseNo = jdbc.query("SELECT case_no FROM case_file WHERE id = ?", (row, n) -> row.getString(1), caseId).stream().findFirst()
                .orElseThrow(() -> Refused.notFound("casework.case.unknown"));
        mayOpen(caseNo, person);
    }

    private List<Map<String, Object>> deadlines(UUID caseId) {
        return jdbc.query("SELECT due, due_basis, state, closed_at FROM case_file WHERE id = ? AND due IS NOT NULL", (row, n) -> {
            Map<String, Object> deadline = new LinkedHashMap<>();
            OffsetDateTime due = row.getObject("due", OffsetDateTime.class);
            OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
            deadline.put("label", "処理の期限");
            deadline.put("due", due);
            deadline.put("basis", row.getString("due_basis"));
            deadline.put("state", closed == null ? due.isBefore(OffsetDateTime.now()) ? "over" : "open" : closed.isAfter(due) ? "late" : "kept");
            return deadline;
        }, caseId);
    }

    private List<Map<String, Object>> related(UUID caseId) {
        return jdbc.query("""
                SELECT o.case_no, o.title, o.state, o.opened_at FROM case_file f JOIN case_file o ON o.id <> f.id AND o.addressees && f.addressees
                WHERE f.id = ? AND cardinality(f.addressees) > 0 ORDER BY o.opened_at DESC LIMIT 20""", (row, n) -> {
            Map<String, Object> related = new LinkedHashMap<>();
            related.put("caseNo", row.getString(1));
            related.put("label", row.getString(2));
            related.put("status", row.getString(3));
            related.put("why", "same-person");
            related.put("openedAt", row.getObject(4, OffsetDateTime.class));
            return related;
        }, caseId);
    }

    private record Found(UUID id, String section, List<String> addressees) {
    }
}
