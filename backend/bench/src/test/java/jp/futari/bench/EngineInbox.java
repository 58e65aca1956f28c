package jp.futari.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.TaskQuery;

/** エンジンの一覧: the same tasks in the engine's own tables, asked with TaskQuery, rights given by definition to the groups of the clerk. */
final class EngineInbox implements AutoCloseable {

    private final Postgres postgres;
    private final String database;
    private final HikariDataSource pool;
    private final ProcessEngine engine;
    private final TaskService tasks;
    private final List<String> groups;
    private final List<OpenWork.Queue> queues;
    private final List<String> definitions = new ArrayList<>();
    private int filled;

    EngineInbox(Postgres postgres, String database, String url, List<OpenWork.Queue> queues, List<String> groups) {
        this.postgres = postgres;
        this.database = database;
        this.queues = queues;
        this.groups = groups;
        pool = BareEngine.pool(url);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("inbox");
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setAuthorizationEnabled(true);
        engine = configuration.buildProcessEngine();
        tasks = engine.getTaskService();
        for (OpenWork.Queue queue : queues) {
            deploy("Q" + definitions.size(), queue);
        }
    }

    private void deploy(String key, OpenWork.Queue queue) {
        definitions.add(engine.getRepositoryService().createDeployment().addModelInstance(key + ".bpmn", TwoTasks.model(key)).deployWithResult()
                .getDeployedProcessDefinitions().get(0).getId());
        for (String role : queue.roles()) {
            Authorization right = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            right.setGroupId(role);
            right.setResource(Resources.PROCESS_DEFINITION);
            right.setResourceId(key);
            right.addPermission(Permissions.READ);
            right.addPermission(Permissions.READ_TASK);
            engine.getAuthorizationService().saveAuthorization(right);
        }
    }

    void fillTo(int all) throws SQLException {
        try (var connection = postgres.superuser(database); var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("CREATE TEMP TABLE q (i int PRIMARY KEY, def text, key text, roles text[])");
            for (int i = 0; i < queues.size(); i++) {
                statement.execute("INSERT INTO q VALUES (%d, '%s', '%s', '{%s}')".formatted(i, definitions.get(i), "do".equals(queues.get(i).duty()) ? "Task_Do" : "Task_Check",
                        String.join(",", queues.get(i).roles())));
            }
            String from = " FROM generate_series(%d, %d) g JOIN q ON q.i = g %% %d".formatted(filled, all - 1, queues.size());
            statement.execute("""
                    INSERT INTO act_ru_execution (id_, rev_, proc_inst_id_, root_proc_inst_id_, business_key_, proc_def_id_, act_id_, act_inst_id_, is_active_, is_concurrent_, is_scope_,
                                                  is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_)
                    SELECT md5('exe' || g), 1, md5('exe' || g), md5('exe' || g), md5('case' || g), q.def, q.key, q.key || ':' || g, true, false, true, false, 1, 0, 1""" + from);
            statement.execute("""
                    INSERT INTO act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, priority_, create_time_, due_date_, suspension_state_, assignee_)
                    SELECT md5('task' || g), 1, md5('exe' || g), md5('exe' || g), q.def, '測定の仕事', q.key, 50, now(),
                           CASE WHEN hashint4(g) % 10 = 0 THEN NULL ELSE now() + make_interval(mins => (hashint4(g + 7) & 2147483647) % (80 * 1440) - 20 * 1440) END, 1,
                           CASE WHEN g % 5 = 0 THEN 'B' || lpad((g / 5 % 30)::text, 3, '0') END""" + from);
            statement.execute("INSERT INTO act_ru_identitylink (id_, rev_, group_id_, type_, task_id_) SELECT md5('link' || g || role), 1, role, 'candidate', md5('task' || g)"
                    + " FROM generate_series(%d, %d) g JOIN q ON q.i = g %% %d, unnest(q.roles) role".formatted(filled, all - 1, queues.size()));
            if (filled == 0) {
                statement.execute("UPDATE act_ru_task SET assignee_ = 'K001' WHERE id_ IN (SELECT md5('task' || (5 * g)) FROM generate_series(0, 11) g)");
            }
            statement.execute("RESET session_replication_role");
            statement.execute("VACUUM ANALYZE act_ru_task, act_ru_execution, act_ru_identitylink, act_ru_authorization, act_re_procdef");
        }
        filled = all;
    }

    /** A page of what the team can see, by due day. */
    int page(int first) {
        return signedIn(() -> team().orderByDueDate().asc().orderByTaskId().asc().listPage(first, 50).size());
    }

    /** The counts the engine can give: mine, my free checks, the team's, the overdue; the returned and the waiting it does not know. */
    long counts() {
        return signedIn(() -> tasks.createTaskQuery().taskAssignee("K001").count() + tasks.createTaskQuery().taskCandidateGroupIn(groups).taskDefinitionKey("Task_Check").count()
                + team().count() + team().dueBefore(new Date()).count());
    }

    private TaskQuery team() {
        return tasks.createTaskQuery().taskCandidateGroupIn(groups).includeAssignedTasks();
    }

    private <T> T signedIn(java.util.function.Supplier<T> question) {
        engine.getIdentityService().setAuthentication("K001", groups);
        try {
            return question.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
