package jp.futari.casework.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.futari.access.Rights;
import jp.futari.access.SignedIn;
import jp.futari.casework.model.FormSchema;
import jp.futari.casework.persistence.InboxQueries.Row;
import jp.futari.casework.spi.CaseKind;
import jp.futari.shared.BusinessClock;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.calendar.BusinessCalendar;
import jp.futari.workflow.StepCatalogue;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Turns open work into what the screens show of it: status and due as two different signs, who did and who checks. */
@Component
class TaskViews {

    private final NamedParameterJdbcTemplate jdbc;
    private final StepCatalogue steps;
    private final List<CaseKind> kinds;
    private final ChannelWords channels;
    private final FormCatalogue forms;
    private final BusinessClock clock;
    private final BusinessCalendar calendar = BusinessCalendar.usual();

    TaskViews(JdbcTemplate jdbc, StepCatalogue steps, List<CaseKind> kinds, ChannelWords channels, FormCatalogue forms, BusinessClock clock) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.steps = steps;
        this.kinds = kinds;
        this.channels = channels;
        this.forms = forms;
        this.clock = clock;
    }

    /** @param held the person's rights today: what one may do with a row is asked for each */
    List<Map<String, Object>> of(List<Row> rows, SignedIn person, Rights.Held held) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, String> names = new HashMap<>();
        rows.forEach(row -> names.put(row.claimedBy(), row.claimedByName()));
        Map<UUID, Rounds> rounds = rounds(rows, names);
        return rows.stream().map(row -> view(row, rounds.getOrDefault(row.stepId(), Rounds.NONE), names, person, held)).toList();
    }

    private record Sent(int round, String doer, OffsetDateTime at) {
    }

    private record Returned(int round, String checker, OffsetDateTime at, JsonNode fields) {
    }

    private record Rounds(List<Sent> sent, List<Returned> returned) {
        static final Rounds NONE = new Rounds(List.of(), List.of());
    }

    /** The rounds of the rows' steps; the names of who sent and returned are put to the others. */
    private Map<UUID, Rounds> rounds(List<Row> rows, Map<String, String> names) {
        Map<UUID, Rounds> rounds = new HashMap<>();
        rows.forEach(r -> rounds.put(r.stepId(), new Rounds(new ArrayList<>(), new ArrayList<>())));
        jdbc.query("""
                SELECT r.*, m.family_name, m.given_name FROM (
                    SELECT step_id, round, doer AS who, at, NULL AS fields FROM submission WHERE step_id IN (:steps)
                    UNION ALL SELECT step_id, round, checker, at, fields::text FROM step_return WHERE step_id IN (:steps)) r
                LEFT JOIN staff_member m ON m.officer_no = r.who ORDER BY r.round""", Map.of("steps", rounds.keySet()), row -> {
            Rounds of = rounds.get(row.getObject("step_id", UUID.class));
            names.put(row.getString("who"), CaseHeads.name(row, row.getString("who")));
            OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
            if (row.getString("fields") == null) {
                of.sent().add(new Sent(row.getInt("round"), row.getString("who"), at));
            } else {
                of.returned().add(new Returned(row.getInt("round"), row.getString("who"), at, CanonicalJson.parse(row.getString("fields"))));
            }
        });
        return rounds;
    }

    private Map<String, Object> view(Row row, Rounds rounds, Map<String, String> names, SignedIn person, Rights.Held held) {
        var step = steps.step(row.stepKey());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", row.taskId());
        view.put("version", row.version());
        view.put("caseId", row.caseId());
        view.put("caseNo", row.caseNo());
        view.put("kind", row.kind());
        view.put("kindLabel", kindLabel(row.kind()));
        view.put("stepKey", row.stepKey());
        view.put("stepLabel", step.label());
        view.put("title", row.title() + "の" + step.label() + ("check".equals(row.duty()) ? "（確認）" : ""));
        view.put("duty", row.duty());
        view.put("round", row.round());
        view.put("status", status(row));
        view.put("due", row.due());
        view.put("dueState", dueState(row.due()));
        view.put("businessDays", businessDays(row.due()));
        view.put("subjectName", row.subjectName());
        view.put("householdName", row.householdName());
        view.put("counterNote", row.counterNote());
        view.put("waitingAtCounter", row.waiting());
        view.put("section", row.section());
        view.put("receivedOn", row.receivedOn());
        view.put("channel", channels.of(row.kind(), row.channel()));
        view.put("claimedBy", who(row.claimedBy(), row.claimedAt(), names));
        people(view, row, rounds, names);
        view.put("returns", rounds.returned().stream().filter(r -> !r.fields().isEmpty()).count());
        view.put("heldUntil", row.heldUntil());
        view.put("holdReason", row.holdReason());
        view.put("daysWaiting", ChronoUnit.DAYS.between(row.openedAt().toInstant(), clock.now()));
        view.put("whoCan", isMine(rounds, person) && row.claimedBy() == null ? whoCan(row) : List.of());
        view.put("allowed", allowed(row, rounds, person, held));
        return view;
    }

    private void people(Map<String, Object> view, Row row, Rounds rounds, Map<String, String> names) {
        Sent sent = rounds.sent().stream().filter(s -> s.round() == row.round()).findFirst().orElse(null);
        Returned last = rounds.returned().isEmpty() ? null : rounds.returned().get(rounds.returned().size() - 1);
        view.put("doer", sent != null ? who(sent.doer(), sent.at(), names) : "do".equals(row.duty()) ? who(row.claimedBy(), null, names) : null);
        view.put("checker", "check".equals(row.duty()) ? who(row.claimedBy(), null, names) : null);
        view.put("returnedFields", row.returned() && last != null ? named(last.fields(), row) : List.of());
    }

    /** What came back, by the names the form gives it. */
    private List<Map<String, Object>> named(JsonNode fields, Row row) {
        FormSchema form = forms.form(steps.step(row.stepKey()).formKey());
        List<Map<String, Object>> named = new ArrayList<>();
        fields.forEach(field -> {
            String key = field.path("key").asText();
            named.add(Map.of("key", key, "label", form.label(key), "reason", field.path("reason").asText()));
        });
        return named;
    }

    /** Names of some with an account who may take a free check; the doer and other contributors are left out. */
    List<String> whoCan(Row row) {
        return jdbc.queryForList("""
                SELECT DISTINCT m.family_name FROM access_grant g JOIN staff_member m ON m.officer_no = g.officer_no
                WHERE g.role IN (:roles) AND (g.section IS NULL OR g.section = :section) AND valid_on(g.starts_on, g.ends_on, office_today()) AND valid_on(m.starts_on, m.ends_on, office_today())
                  AND EXISTS (SELECT FROM account a WHERE a.officer_no = g.officer_no AND valid_on(a.starts_on, a.ends_on, office_today()))
                  AND NOT EXISTS (SELECT FROM work_item_excluded x WHERE x.task_id = :task AND x.officer_no = g.officer_no) ORDER BY 1 LIMIT 4""",
                Map.of("roles", row.roles(), "section", row.section(), "task", row.taskId()), String.class);
    }

    static Map<String, Object> who(String no, OffsetDateTime at, Map<String, String> names) {
        if (no == null) {
            return null;
        }
        Map<String, Object> who = new LinkedHashMap<>();
        who.put("no", no);
        who.put("name", names.getOrDefault(no, no));
        who.put("at", at);
        return who;
    }

    private static String status(Row row) {
        if (row.heldUntil() != null) {
            return "hold";
        }
        if ("check".equals(row.duty())) {
            return "second";
        }
        return row.returned() ? "returned" : row.claimedBy() != null ? "doing" : "new";
    }

    private static List<String> allowed(Row row, Rounds rounds, SignedIn person, Rights.Held held) {
        List<String> allowed = new ArrayList<>(own(row, rounds, person, held));
        if (row.heldUntil() == null && Inbox.leads(held, row.section())) {
            allowed.add("assign");
        }
        return allowed;
    }

    private static List<String> own(Row row, Rounds rounds, SignedIn person, Rights.Held held) {
        String me = person.officer().no();
        if ("check".equals(row.duty()) && isMine(rounds, person)) {
            return List.of();
        }
        if (me.equals(row.claimedBy())) {
            return row.heldUntil() != null ? List.of("open", "resume", "give-back") : List.of("open", "hold", "give-back");
        }
        return row.claimedBy() == null && row.heldUntil() == null && held.may(row.roles(), row.section()) ? List.of("claim", "open") : List.of();
    }

    private static boolean isMine(Rounds rounds, SignedIn person) {
        return rounds.sent().stream().anyMatch(s -> s.doer().equals(person.officer().no()));
    }

    String kindLabel(String kind) {
        return kinds.stream().filter(k -> k.key().equals(kind)).map(CaseKind::label).findFirst().orElse(kind);
    }

    String dueState(OffsetDateTime due) {
        if (due == null) {
            return "none";
        }
        if (due.toInstant().isBefore(clock.now())) {
            return "over";
        }
        Long days = businessDays(due);
        return day(due.toInstant()).equals(clock.today()) ? "today" : days != null && days <= 3 ? "soon" : "later";
    }

    /** Business days until the due day; negative when it is past. */
    Long businessDays(OffsetDateTime due) {
        if (due == null) {
            return null;
        }
        LocalDate day = day(due.toInstant());
        return day.isBefore(clock.today()) ? -(long) calendar.businessDaysBetween(day, clock.today()) : (long) calendar.businessDaysBetween(clock.today(), day);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, BusinessClock.ZONE);
    }
}
