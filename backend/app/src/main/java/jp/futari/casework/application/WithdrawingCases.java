package jp.futari.casework.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jp.futari.access.SignedIn;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.casework.model.PersonalNumberLook;
import jp.futari.shared.Refused;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * 取下げ: the resident takes the notice back. It ends every approval given so far and approves nothing; its notice follows a step of its own.
 * And 利害の申告: a person steps aside from a case.
 */
@Service
public class WithdrawingCases {

    private final Acts acts;
    private final Withdrawals withdrawals;
    private final jp.futari.workflow.ProcessEngineDoor engine;
    private final AuditTrail audit;
    private final JdbcTemplate jdbc;

    WithdrawingCases(Acts acts, Withdrawals withdrawals, jp.futari.workflow.ProcessEngineDoor engine, AuditTrail audit, JdbcTemplate jdbc) {
        this.acts = acts;
        this.withdrawals = withdrawals;
        this.engine = engine;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    public JsonNode withdraw(ActRequest request, String caseNo, String reason) {
        return acts.perform(request, act -> {
            CaseRow found = find(caseNo, act);
            withdrawals.whyNot(found.id(), new SignedIn(act.session(), act.officer(), null, act.terminal(), null)).ifPresent(no -> {
                throw no;
            });
            if (reason == null || reason.isBlank() || reason.length() > 500) {
                throw Refused.unprocessable("casework.withdrawal.needs-a-reason");
            }
            PersonalNumberLook.refuse("reason", reason);
            jdbc.update("INSERT INTO approval_end SELECT id, 'withdrawn' FROM approval WHERE case_id = ? ON CONFLICT DO NOTHING", found.id());
            jdbc.update("UPDATE case_file SET params = params || jsonb_build_object('withdrawalReason', ?::text) WHERE id = ?", reason, found.id());
            if (!engine.withdraw(found.id())) {
                throw Refused.conflict("casework.withdrawal.not-possible-now", null);
            }
            audit.record(AuditEvent.act("case.withdrawal").inCase(found.id()).build());
            return Map.of("caseNo", caseNo);
        });
    }

    public JsonNode declareInterest(ActRequest request, String caseNo, String relation) {
        return acts.perform(request, act -> {
            CaseRow found = find(caseNo, act);
            if (!java.util.Set.of("own", "family", "same-address", "other").contains(relation == null ? "" : relation)) {
                throw Refused.unprocessable("casework.interest.relation-unknown");
            }
            jdbc.update("INSERT INTO declared_interest (case_id, officer_no, relation) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", found.id(), act.officer().no(), relation);
            jdbc.update("INSERT INTO work_item_excluded SELECT ?, task_id, 'interest' FROM work_item WHERE case_id = ? ON CONFLICT DO NOTHING", act.officer().no(), found.id());
            jdbc.update("UPDATE work_item SET claimed_by = NULL, claimed_at = NULL, version = version + 1 WHERE case_id = ? AND claimed_by = ?", found.id(), act.officer().no());
            audit.record(AuditEvent.act("case.interest-declared").inCase(found.id()).with("relation", relation).build());
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("caseNo", caseNo);
            return answer;
        });
    }

    private CaseRow find(String caseNo, Act act) {
        CaseRow found = jdbc.query("SELECT id, state FROM case_file WHERE case_no = ? FOR UPDATE", (row, n) -> new CaseRow(row.getObject(1, UUID.class), row.getString(2)), caseNo).stream().findFirst().orElseThrow(() -> Refused.notFound("casework.case.unknown"));
        act.touches(found.id(), null, null, null);
        if (!"open".equals(found.state())) {
            throw Refused.conflict("casework.case.closed", null);
        }
        return found;
    }

    private record CaseRow(UUID id, String state) {
    }
}
