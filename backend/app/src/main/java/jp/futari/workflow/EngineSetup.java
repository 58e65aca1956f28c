package jp.futari.workflow;

import java.util.List;
import jp.futari.workflow.spi.TaskArrivals;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.util.function.SingletonSupplier;

/** The engine as it runs here: closed, lean, without a history of its own (performance.md, decision 0080). */
@Configuration(proxyBeanMethods = false)
class EngineSetup {

    @Bean
    CommandGate commandGate(ObjectProvider<jp.futari.audit.AuditTrail> record) {
        return new CommandGate(record);
    }

    @Bean
    ApplicationListener<ContextClosedEvent> engineMayClose(CommandGate gate) {
        return event -> gate.stopping();
    }

    @Bean
    ProcessEnginePlugin closedEngine(CommandGate gate, StepCatalogue steps, ObjectProvider<TaskArrivals> arrivals) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                lean(engine);
                engine.setCustomPreCommandInterceptorsTxRequired(List.of(gate));
                engine.setCustomPreCommandInterceptorsTxRequiresNew(List.of(new SharedGate(gate)));
                engine.setCustomPreBPMNParseListeners(new java.util.ArrayList<>(List.of(new StepListening(steps, SingletonSupplier.of(arrivals::getObject)))));
            }

            @Override
            public void postProcessEngineBuild(ProcessEngine engine) {
                gate.close();
            }
        };
    }

    private static void lean(ProcessEngineConfigurationImpl engine) {
        engine.setIdGenerator(new StrongUuidGenerator());
        engine.setHistoryRemovalTimeStrategy("none");
        engine.setHistoryCleanupStrategy("endTimeBased");
        engine.setEnforceHistoryTimeToLive(true);
        engine.setAuthorizationEnabled(false);
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setCmmnEnabled(false);
        engine.setDmnEnabled(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setEnableXxeProcessing(false);
        engine.setHintJobExecutor(false);
        engine.setDefaultNumberOfRetries(3);
    }

    @Bean
    SpringJobExecutor jobExecutor(@Value("${futari.jobs.threads:3}") int threads) {
        SimpleAsyncTaskExecutor workers = new SimpleAsyncTaskExecutor() {
            @Override
            protected void doExecute(Runnable task) {
                new EngineThread(task, "futari-job").start();
            }
        };
        workers.setConcurrencyLimit(threads);
        SpringJobExecutor executor = new SpringJobExecutor() {
            @Override
            protected void startJobAcquisitionThread() {
                if (jobAcquisitionThread == null) {
                    jobAcquisitionThread = new EngineThread(acquireJobsRunnable, "futari-job-acquisition");
                    jobAcquisitionThread.start();
                }
            }
        };
        executor.setTaskExecutor(workers);
        executor.setMaxJobsPerAcquisition(threads);
        executor.setMaxWait(5000);
        return executor;
    }

    /** The same gate in the engine's second interceptor chain; a chain links its members, so each needs its own. */
    private static final class SharedGate extends org.camunda.bpm.engine.impl.interceptor.CommandInterceptor {
        private final CommandGate gate;

        SharedGate(CommandGate gate) {
            this.gate = gate;
        }

        @Override
        public <T> T execute(org.camunda.bpm.engine.impl.interceptor.Command<T> command) {
            gate.refuseUnlisted(command);
            return next.execute(command);
        }
    }
}
