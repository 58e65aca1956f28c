package jp.futari.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.UUID;
import jp.futari.support.RoundTrips;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** 素のエンジン: Camunda as it comes, history full, a model of two tasks, its Java API: start, then twice find, claim and complete. */
final class BareEngine implements Contender, AutoCloseable {

    static final String MODEL = "TwoTasks";

    private final HikariDataSource pool;
    private final RoundTrips trips = new RoundTrips();
    private final ProcessEngine engine;
    private final RuntimeService runtime;
    private final TaskService tasks;

    BareEngine(String url) {
        pool = pool(url);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(trips.over(pool));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addModelInstance(MODEL + ".bpmn", TwoTasks.model(MODEL)).deploy();
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
    }

    static HikariDataSource pool(String url) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        pool.setMaximumPoolSize(10);
        pool.setAutoCommit(false);
        return new HikariDataSource(pool);
    }

    @Override
    public String name() {
        return "bare engine, history full, Java API";
    }

    @Override
    public void oneCase(int worker) {
        String id = runtime.startProcessInstanceByKey(MODEL, UUID.randomUUID().toString(), Map.of("caseId", UUID.randomUUID().toString(), "caseNo", "R8-0000", "kind", "proof")).getId();
        act(id, "D" + worker);
        act(id, "C" + worker);
    }

    private void act(String instance, String person) {
        String task = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
        tasks.claim(task, person);
        tasks.complete(task);
    }

    @Override
    public RoundTrips trips() {
        return trips;
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
