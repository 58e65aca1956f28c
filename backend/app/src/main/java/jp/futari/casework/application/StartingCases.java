package jp.futari.casework.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.futari.access.InterestCheck;
import jp.futari.access.Rights;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.casework.model.PersonalNumberLook;
import jp.futari.casework.spi.CaseKind;
import jp.futari.casework.spi.CaseKind.Opening;
import jp.futari.casework.spi.CaseKind.OpeningRequest;
import jp.futari.shared.BusinessClock;
import jp.futari.shared.Refused;
import jp.futari.workflow.ProcessEngineDoor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** 受付: opens a case and its first step. Starting is no contribution to any step. */
@Service
public class StartingCases {

    private final Acts acts;
    private final ActEnd end;
    private final List<CaseKind> kinds;
    private final Rights rights;
    private final InterestCheck interests;
    private final ProcessEngineDoor engine;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    StartingCases(Acts acts, ActEnd end, List<CaseKind> kinds, Rights rights, InterestCheck interests, ProcessEngineDoor engine, AuditTrail audit, BusinessClock clock,
                  JdbcTemplate jdbc, ObjectMapper json) {
        this.acts = acts;
        this.end = end;
        this.kinds = kinds;
        this.rights = rights;
        this.interests = interests;
        this.engine = engine;
        this.audit = audit;
        this.clock = clock;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The kinds this person may open, in order. */
    public List<CaseKind> startableBy(jp.futari.access.SignedIn person) {
        Rights.Held held = rights.of(person);
        return kinds.stream().filter(kind -> held.may(kind.startedBy(), null)).toList();
    }

    public CaseKind kind(String key) {
        return kinds.stream().filter(k -> k.key().equals(key)).findFirst().orElseThrow(() -> Refused.unprocessable("casework.case.kind-unknown"));
    }

    /** @return {@code {caseId, caseNo, taskId}} */
    public JsonNode start(ActRequest request, String kindKey, OpeningRequest opening) {
        return acts.perform(request, act -> {
            CaseKind kind = kind(kindKey);
            if (!rights.of(new jp.futari.access.SignedIn(act.session(), act.officer(), null, act.terminal(), null)).may(kind.startedBy(), null)) {
                throw Refused.forbidden("access.role-missing");
            }
            judge(kind, opening);
            return open(kind, kind.open(opening), opening, act);
        });
    }

    private void judge(CaseKind kind, OpeningRequest opening) {
        if (!kind.channels().isEmpty() && kind.channels().stream().noneMatch(c -> c.key().equals(opening.channel()))) {
            throw new Refused(422, "casework.case.channel-not-allowed", Map.of("channel", String.valueOf(opening.channel())), List.of(), null);
        }
        if (opening.receivedOn() == null || opening.receivedOn().isAfter(clock.today()) || opening.receivedOn().isBefore(clock.today().minusYears(1))) {
            throw Refused.unprocessable("casework.case.received-on");
        }
        PersonalNumberLook.refuse("counterNote", opening.counterNote());
        if (opening.counterNote() != null && opening.counterNote().length() > 200) {
            throw Refused.unprocessable("casework.case.note-too-long");
        }
    }

    private Map<String, Object> open(CaseKind kind, Opening opened, OpeningRequest opening, Act act) {
        interests.conflict(act.officer(), opened.addressees()).ifPresent(tie -> {
            throw Refused.forbidden("casework.interest." + tie);
        });
        UUID id = UUID.randomUUID();
        String caseNo = insert(kind, opened, opening, act, id);
        act.touches(id, null, null, null);
        engine.start(kind.processId(), id, opened.variables());
        audit.record(AuditEvent.act("case.opened").inCase(id).of(new ArrayList<>(opened.addressees())).with("kind", kind.key()).with("channel", opening.channel()).build());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("caseId", id);
        answer.put("caseNo", caseNo);
        answer.put("taskId", end.openedSoFar().get(end.openedSoFar().size() - 1).taskId());
        return answer;
    }

    /** R8-資-000123: year, letter, number. */
    private static String numberPattern(CaseKind kind, LocalDate today) {
        return "R%d-%s-".formatted(JapaneseDate.from(today).get(ChronoField.YEAR_OF_ERA), kind.numberLetter());
    }

    /** @return the number the case got */
    private String insert(CaseKind kind, Opening opened, OpeningRequest opening, Act act, UUID id) {
        return jdbc.query(connection -> {
            var insert = connection.prepareStatement("""
                    INSERT INTO case_file (id, case_no, kind, process_id, definition, title, subject_name, household_name, addressees, section, channel, received_on, counter_note, waiting,
                                           due, due_basis, params, opened_by)
                    SELECT ?, ? || CASE WHEN no < 1000000 THEN lpad(no::text, 6, '0') ELSE no::text END, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?::jsonb, ?
                    FROM nextval('case_number') AS n(no) RETURNING case_no""");
            Object[] values = {id, numberPattern(kind, clock.today()), kind.key(), kind.processId(), jp.futari.workflow.JarModels.version(), opened.title(), opened.subjectName(),
                    opened.householdName(), connection.createArrayOf("text", opened.addressees().toArray()), kind.section(), opening.channel(), opening.receivedOn(), opening.counterNote(),
                    opening.waiting(), opened.due() == null ? null : Timestamp.from(opened.due()), opened.dueBasis(), json.createObjectNode().setAll(opening.params()).toString(),
                    act.officer().no()};
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            return insert;
        }, (row, n) -> row.getString(1)).get(0);
    }
}
