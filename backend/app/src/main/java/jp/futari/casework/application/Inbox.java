package jp.futari.casework.application;

import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.nio.charset.StandardCharsets;
import jp.futari.access.CurrentOfficer;
import jp.futari.access.Rights;
import jp.futari.access.Sections;
import jp.futari.access.SignedIn;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.casework.persistence.InboxQueries;
import jp.futari.casework.spi.CaseKind;
import jp.futari.shared.Refused;
import jp.futari.workflow.StepCatalogue;
import jp.futari.workflow.StepDefinition;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 受信箱: the views of S01 with their counts, from our own read model: keyset pages, counts from a counter (performance.md). */
@Service
public class Inbox {

    /** Those who see all work of their section and hand it out; the work itself stays with those who hold its right. */
    private static final Set<String> CHIEFS = Set.of("section-chief", "manager");

    private final CurrentOfficer current;
    private final Rights rights;
    private final StepCatalogue steps;
    private final InboxQueries queries;
    private final TaskViews views;
    private final AuditTrail audit;
    private final List<CaseKind> kinds;

    Inbox(CurrentOfficer current, Rights rights, StepCatalogue steps, InboxQueries queries, TaskViews views, AuditTrail audit, List<CaseKind> kinds) {
        this.current = current;
        this.rights = rights;
        this.steps = steps;
        this.queries = queries;
        this.views = views;
        this.audit = audit;
        this.kinds = kinds;
    }

    /** Views of the inbox in the order of the navigation. */
    public enum View { mine, check, returned, waiting, team, overdue }

    /** @param cursor of the former page's {@code next}, or null; @param limit 1 to 200 */
    @Transactional
    public Map<String, Object> page(String view, String cursor, int limit) {
        SignedIn person = current.get();
        Rights.Held held = rights.of(person);
        View chosen = view(view);
        Queues queues = queues(held);
        Cursor from = Cursor.read(cursor);
        int size = Math.max(1, Math.min(200, limit));
        List<InboxQueries.Row> rows = queries.page(chosen.name(), person.officer().no(), queues.team(), queues.checks(), from.due(), from.taskId(), size + 1);
        boolean more = rows.size() > size;
        List<InboxQueries.Row> shown = more ? rows.subList(0, size) : rows;
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("rows", views.of(shown, person, held));
        page.put("counts", queries.counts(person.officer().no(), queues.team(), queues.checks()));
        page.put("next", more ? Cursor.of(shown.get(shown.size() - 1)) : null);
        page.put("asOf", OffsetDateTime.now(jp.futari.shared.BusinessClock.ZONE));
        recordRead(chosen, shown);
        return page;
    }

    private void recordRead(View view, List<InboxQueries.Row> shown) {
        if (!shown.isEmpty()) {
            audit.record(AuditEvent.read("inbox.page").purpose("inbox:" + view).of(shown.stream().map(InboxQueries.Row::caseNo).distinct().toList()).build());
        }
    }

    private static View view(String name) {
        for (View view : View.values()) {
            if (view.name().equals(name)) {
                return view;
            }
        }
        throw Refused.unprocessable("casework.inbox.view-unknown");
    }

    /** The queues this person's rights reach today: section, process, step and duty. */
    Queues queues(Rights.Held held) {
        Set<String> team = new LinkedHashSet<>();
        Set<String> checks = new LinkedHashSet<>();
        for (Rights.Right right : held.rights()) {
            for (StepDefinition step : steps.steps()) {
                for (String duty : List.of("do", "check")) {
                    boolean may = step.task(duty).roles().contains(right.role());
                    boolean leads = leads(right);
                    Set<String> queues = may || leads ? sections(right.section()).stream().map(section -> queue(section, step, duty)).collect(Collectors.toSet()) : Set.of();
                    team.addAll(queues);
                    checks.addAll(may && "check".equals(duty) ? queues : Set.of());
                }
            }
        }
        return new Queues(List.copyOf(team), List.copyOf(checks));
    }

    /** Rights and terminals are nobody's section: what reaches them by being bound to one does not lead there. */
    private static boolean leads(Rights.Right right) {
        return CHIEFS.contains(right.role()) && !Sections.WHOLE_OFFICE.equals(right.section());
    }

    /** Whether this person hands out the work of a section. */
    static boolean leads(Rights.Held held, String section) {
        return held.rights().stream().filter(Inbox::leads).anyMatch(right -> right.section() == null || right.section().equals(section));
    }

    private static String queue(String section, StepDefinition step, String duty) {
        return section + ":" + step.processId() + "/" + step.stepKey() + ":" + duty;
    }

    /** @param section null: every section that any kind of case belongs to */
    private Set<String> sections(String section) {
        return section != null ? Set.of(section) : kinds.stream().map(CaseKind::section).collect(Collectors.toSet());
    }

    /** @param team queues whose work the person may see; @param checks those of them whose checks the person may take */
    record Queues(List<String> team, List<String> checks) {
    }

    private record Cursor(OffsetDateTime due, String taskId) {
        static final OffsetDateTime FIRST = OffsetDateTime.parse("0001-01-01T00:00:00Z");
        static final OffsetDateTime NEVER = OffsetDateTime.MAX;

        static Cursor read(String text) {
            if (text == null || text.isBlank()) {
                return new Cursor(FIRST, "");
            }
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 2);
                return new Cursor("infinity".equals(parts[0]) ? NEVER : OffsetDateTime.parse(parts[0]), parts[1]);
            } catch (RuntimeException e) {
                throw Refused.unprocessable("casework.inbox.cursor");
            }
        }

        static String of(InboxQueries.Row last) {
            String due = last.due() == null ? "infinity" : last.due().toString();
            return Base64.getUrlEncoder().withoutPadding().encodeToString((due + "|" + last.taskId()).getBytes(StandardCharsets.UTF_8));
        }
    }
}
