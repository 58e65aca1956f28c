package jp.futari.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.futari.workflow.StepCatalogue;

/** 積まれた仕事: open tasks of one section, spread over all steps of the models, laid in by SQL past the law (walls asleep), then analyzed. */
final class OpenWork {

    /** A queue of the inbox as the models name it. */
    record Queue(String name, String stepKey, String duty, Set<String> roles, String processId) {
    }

    private final Postgres postgres;
    private final String database;
    private final List<Queue> queues = new ArrayList<>();
    private int filled;

    OpenWork(Postgres postgres, String database, StepCatalogue steps) {
        this.postgres = postgres;
        this.database = database;
        steps.steps().forEach(step -> List.of("do", "check").forEach(duty -> queues.add(new Queue("eligibility:" + step.processId() + "/" + step.stepKey() + ":" + duty,
                step.stepKey(), duty, step.task(duty).roles(), step.processId()))));
    }

    List<Queue> queues() {
        return queues;
    }

    List<String> reachedBy(Set<String> roles, boolean checksOnly) {
        return queues.stream().filter(q -> !checksOnly || "check".equals(q.duty())).filter(q -> q.roles().stream().anyMatch(roles::contains)).map(Queue::name).toList();
    }

    /** Adds tasks until there are so many: one in five is claimed by one of thirty colleagues, one in ten has no due day, the rest are due within eighty days. */
    void fillTo(int tasks) throws SQLException {
        try (var connection = postgres.superuser(database); var statement = connection.createStatement()) {
            statement.execute("SET search_path = futari, engine; SET session_replication_role = replica");
            statement.execute("CREATE TEMP TABLE q (i int PRIMARY KEY, queue text, step_key text, duty text, roles text[], process_id text)");
            for (int i = 0; i < queues.size(); i++) {
                Queue q = queues.get(i);
                statement.execute("INSERT INTO q VALUES (%d, '%s', '%s', '%s', '{%s}', '%s')".formatted(i, q.name(), q.stepKey(), q.duty(), String.join(",", q.roles()), q.processId()));
            }
            String from = " FROM generate_series(%d, %d) g JOIN q ON q.i = g %% %d".formatted(filled, tasks - 1, queues.size());
            statement.execute("""
                    INSERT INTO case_file (id, case_no, kind, process_id, definition, title, subject_name, section, received_on, opened_by)
                    SELECT md5('case' || g)::uuid, 'R8-測-' || g, 'proof', q.process_id, 'bench', '測定の案件', '架空　' || g, 'eligibility', CURRENT_DATE, 'K001'""" + from);
            statement.execute("INSERT INTO step (id, case_id, step_key, entry, state) SELECT md5('step' || g)::uuid, md5('case' || g)::uuid, q.step_key, 'e', "
                    + "CASE q.duty WHEN 'do' THEN 'doing' ELSE 'checking' END" + from);
            statement.execute("""
                    INSERT INTO work_item (task_id, case_id, step_id, step_key, duty, round, queue, roles, section, due, claimed_by, claimed_at)
                    SELECT md5('task' || g)::uuid::text, md5('case' || g)::uuid, md5('step' || g)::uuid, q.step_key, q.duty, 1, q.queue, q.roles, 'eligibility',
                           CASE WHEN hashint4(g) % 10 = 0 THEN 'infinity' ELSE now() + make_interval(mins => (hashint4(g + 7) & 2147483647) % (80 * 1440) - 20 * 1440) END,
                           CASE WHEN g % 5 = 0 THEN 'B' || lpad((g / 5 % 30)::text, 3, '0') END, CASE WHEN g % 5 = 0 THEN now() END""" + from);
            statement.execute("INSERT INTO submission (id, step_id, round, content, hash, doer) SELECT md5('sub' || g)::uuid, md5('step' || g)::uuid, 1, '{}', "
                    + "encode(sha256('{}'), 'hex'), 'B' || lpad((g % 31)::text, 3, '0')" + from + " WHERE q.duty = 'check'");
            statement.execute("INSERT INTO work_item_excluded SELECT CASE WHEN g % 31 = 30 THEN 'K001' ELSE 'B' || lpad((g % 31)::text, 3, '0') END, md5('task' || g)::uuid::text, 'contributor'"
                    + from + " WHERE q.duty = 'check'");
            if (filled == 0) {
                statement.execute("UPDATE work_item SET claimed_by = 'K001', claimed_at = now() WHERE task_id IN (SELECT md5('task' || (5 * g))::uuid::text FROM generate_series(0, 11) g)");
            }
            statement.execute("DELETE FROM queue_count");
            statement.execute("INSERT INTO queue_count SELECT queue, count(*), count(*) FILTER (WHERE claimed_by IS NULL AND held_until IS NULL) FROM work_item GROUP BY queue");
            statement.execute("RESET session_replication_role");
            statement.execute("VACUUM ANALYZE case_file, step, work_item, work_item_excluded, submission, queue_count");
        }
        filled = tasks;
    }
}
