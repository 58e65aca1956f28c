package jp.futari.workflow;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.jdbc.core.JdbcTemplate;

/** Deploys the jar's process models once they are proven two-person; run by {@code futari migrate} only. */
public class ModelDeployment {

    private final DataSource owner;

    public ModelDeployment(DataSource owner) {
        this.owner = owner;
    }

    public void deployCheckedModels() {
        JarModels models = JarModels.load();
        models.refuseUnproven();
        ProcessEngine engine = engine();
        try {
            DeploymentBuilder deployment = engine.getRepositoryService().createDeployment().name(JarModels.DEPLOYMENT).source(models.digest()).enableDuplicateFiltering(true);
            models.files().forEach((name, bytes) -> deployment.addInputStream(name, new java.io.ByteArrayInputStream(bytes)));
            deployment.deploy();
        } finally {
            engine.close();
        }
    }

    /** Databases of earlier versions kept the engine's own history; it was never evidence and nothing reads it (decision 0080). */
    private void keepNoEngineHistory() {
        new JdbcTemplate(owner).update("UPDATE engine.act_ge_property SET value_ = '0' WHERE name_ = 'historyLevel' AND value_ <> '0'");
    }

    private ProcessEngine engine() {
        keepNoEngineHistory();
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("futari-migrate");
        configuration.setDataSource(owner);
        configuration.setDatabaseTablePrefix("engine.");
        configuration.setDatabaseSchema("engine");
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setHistory("none");
        configuration.setJobExecutorActivate(false);
        configuration.setAuthorizationEnabled(false);
        configuration.setEnforceHistoryTimeToLive(true);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setCmmnEnabled(false);
        configuration.setDmnEnabled(false);
        configuration.setIdGenerator(new org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator());
        return configuration.buildProcessEngine();
    }
}
