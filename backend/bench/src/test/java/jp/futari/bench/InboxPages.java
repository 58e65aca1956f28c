package jp.futari.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.futari.access.SignedIn;
import jp.futari.access.SignedInAuthentication;
import jp.futari.casework.application.Inbox;
import jp.futari.casework.persistence.InboxQueries;
import jp.futari.shared.OfficerId;
import jp.futari.workflow.StepCatalogue;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * 受信箱の速さ: pages of 50 and all counts for a clerk with four roles, first and deep page, beside the engine's TaskQuery with
 * authorizations on the same tasks. Arguments: numbers of open tasks, growing (default 1000 10000 100000).
 */
public final class InboxPages {

    private static final List<String> ROLES = List.of("counter-clerk", "eligibility-clerk", "section-chief", "manager");
    private static final String ME = "K001";

    private final Office office;
    private final Postgres postgres;
    private final Inbox inbox;
    private final InboxQueries queries;
    private final OpenWork work;
    private final List<String> all;
    private final List<String> checks;

    private InboxPages(Office office) {
        this.office = office;
        postgres = Postgres.of(office.database);
        inbox = office.server.bean(Inbox.class);
        queries = office.server.bean(InboxQueries.class);
        work = new OpenWork(postgres, Postgres.nameOf(office.database), office.server.bean(StepCatalogue.class));
        all = work.reachedBy(Set.copyOf(ROLES), false);
        checks = work.reachedBy(Set.copyOf(ROLES), true);
    }

    public static void main(String[] arguments) throws Exception {
        Postgres.likeARealServer();
        int[] sizes = arguments.length == 0 ? new int[] {1000, 10_000, 100_000} : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        try (Office office = new Office(0)) {
            new InboxPages(office).measure(sizes);
        }
        System.exit(0);
    }

    private void measure(int[] sizes) throws Exception {
        signIn();
        String url = postgres.create("engine_inbox");
        try (EngineInbox engine = new EngineInbox(postgres, "engine_inbox", url, work.queues(), ROLES)) {
            Figures.surroundings("Inbox of a clerk with " + ROLES.size() + " roles, " + all.size() + " of " + work.queues().size() + " queues; milliseconds, medians");
            Figures.header("open tasks", "what", "Futari: statements", "Futari: whole request in the service layer", "engine with authorizations", "engine ÷ Futari (statements)");
            for (int size : sizes) {
                work.fillTo(size);
                engine.fillTo(size);
                compare(size, engine);
            }
            explain();
        }
    }

    private void compare(int size, EngineInbox engine) {
        int runs = size >= 100_000 ? 7 : 15;
        int depth = size * 2 / 5;
        List<Object> deep = deep(depth);
        OffsetDateTime first = OffsetDateTime.parse("0001-01-01T00:00:00Z");
        row(size, "page of 50, first, team", Figures.medianMillis(20, 60, () -> queries.page("team", ME, all, checks, first, "", 51)), whole("team", null),
                Figures.medianMillis(2, runs, () -> engine.page(0)));
        row(size, "page of 50, from " + depth + ", team", Figures.medianMillis(20, 60, () -> queries.page("team", ME, all, checks, (OffsetDateTime) deep.get(0), (String) deep.get(1), 51)),
                whole("team", cursor(deep)), Figures.medianMillis(2, runs, () -> engine.page(depth)));
        for (String view : List.of("check", "mine", "overdue", "waiting")) {
            row(size, "page of 50, first, " + view, Figures.medianMillis(20, 60, () -> queries.page(view, ME, all, checks, first, "", 51)), whole(view, null), Double.NaN);
        }
        row(size, "all counts", Figures.medianMillis(20, 60, () -> queries.counts(ME, all, checks)), Double.NaN, Figures.medianMillis(1, runs, engine::counts));
    }

    private double whole(String view, String cursor) {
        return Figures.medianMillis(20, 60, () -> inbox.page(view, cursor, 50));
    }

    private static void row(int size, String what, double statements, double whole, double engine) {
        Figures.line(String.valueOf(size), what, statements, whole, engine, engine / statements);
    }

    private List<Object> deep(int depth) {
        String found = postgres.one(Postgres.nameOf(office.database), "SELECT to_char(due AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') || '|' || task_id FROM futari.work_item WHERE queue = ANY ('{"
                + String.join(",", all) + "}') ORDER BY due, task_id OFFSET " + Math.max(0, depth * all.size() / work.queues().size() - 1) + " LIMIT 1");
        String[] parts = found.split("\\|");
        return new ArrayList<>(List.of(OffsetDateTime.parse(parts[0]), parts[1]));
    }

    private static String cursor(List<Object> deep) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((deep.get(0) + "|" + deep.get(1)).getBytes(StandardCharsets.UTF_8));
    }

    private void signIn() {
        office.server.staff.person(ME, "eligibility", ROLES.toArray(String[]::new)).terminal("KK-001", "k");
        UUID session = office.server.staff.session(ME, "KK-001");
        office.database.superuser("UPDATE staff_session SET active_until = now() + interval '6 hours' WHERE ref = '" + session + "'");
        SecurityContextHolder.setContext(new SecurityContextImpl(new SignedInAuthentication(new SignedIn(session, new OfficerId(ME), "k001", "KK-001", Instant.now()))));
    }

    /** The plans of the two statements that are asked most, for the eye. */
    private void explain() {
        Map<String, String> asked = Map.of("team page", """
                SELECT w.*, f.title FROM (SELECT t.* FROM unnest('{%1$s}'::text[]) q, LATERAL (SELECT w.due, w.task_id FROM futari.work_item w WHERE w.queue = q
                AND (w.due, w.task_id) > ('0001-01-01', '') ORDER BY w.due, w.task_id LIMIT 51) t ORDER BY t.due, t.task_id LIMIT 51) place
                JOIN futari.work_item w ON w.task_id = place.task_id JOIN futari.case_file f ON f.id = w.case_id ORDER BY w.due, w.task_id""",
                "count of overdue", "SELECT count(*) FROM (SELECT 1 FROM unnest('{%1$s}'::text[]) q, LATERAL (SELECT 1 FROM futari.work_item w WHERE w.queue = q AND w.due < statement_timestamp() LIMIT 1000) t LIMIT 1000) o",
                "count of shut out", """
                SELECT count(*) FROM (SELECT DISTINCT task_id FROM futari.work_item_excluded WHERE officer_no = 'K001') x,
                LATERAL (SELECT 1 FROM futari.work_item w WHERE w.task_id = x.task_id AND w.claimed_by IS NULL AND w.held_until IS NULL AND w.queue = ANY ('{%1$s}') LIMIT 1) free""");
        asked.forEach((name, sql) -> {
            System.out.println("\n-- " + name);
            try (var connection = postgres.superuser(Postgres.nameOf(office.database)); var statement = connection.createStatement();
                 var rows = statement.executeQuery("EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) " + sql.formatted(String.join(",", all)))) {
                while (rows.next()) {
                    System.out.println(rows.getString(1));
                }
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
