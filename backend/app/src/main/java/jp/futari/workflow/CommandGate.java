package jp.futari.workflow;

import java.util.Set;
import java.util.function.Supplier;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;

/**
 * 閉じたエンジン: lets through only the commands of two lists, by exact class (two-persons.md, wall 2). Commands of people pass only
 * inside {@link ProcessEngineDoor}; commands of the engine only on its own threads or while it is built. Lambdas never pass.
 */
class CommandGate extends CommandInterceptor {

    private static final String CMD = "org.camunda.bpm.engine.impl.cmd.";

    static final Set<String> PERSON = Set.of(CMD + "StartProcessInstanceCmd", CMD + "MessageEventReceivedCmd", CMD + "CorrelateMessageCmd", CompleteHumanTask.class.getName(),
            WithdrawCase.class.getName(), ReadDefinition.class.getName());

    static final Set<String> ENGINE = Set.of(CMD + "AcquireJobsCmd", CMD + "ExecuteJobsCmd", CMD + "JobRetryCmd", CMD + "DefaultJobRetryCmd", CMD + "UnlockJobCmd",
            CMD + "GetNextIdBlockCmd", CMD + "DetermineHistoryLevelCmd", CMD + "GetUnlockedTimersByDuedateCmd", CMD + "HistoryCleanupCmd", CMD + "GetTableCountCmd", CMD + "GetTableMetaDataCmd", CMD + "GetLicenseKeyCmd", CMD + "GetHistoryLevelCmd", CMD + "RegisterDeploymentCmd", CMD + "FindHistoryCleanupJobsCmd", CMD + "SetPropertyCmd",
            CMD + "FoxJobRetryCmd", CMD + "GetPropertiesCmd", CMD + "IsTelemetryEnabledCmd", CMD + "GetTelemetryDataCmd",
            "org.camunda.bpm.engine.impl.jobexecutor.SuccessfulJobListener", "org.camunda.bpm.engine.impl.jobexecutor.FailedJobListener",
            "org.camunda.bpm.engine.impl.BootstrapEngineCommand", "org.camunda.bpm.engine.impl.HistoryLevelSetupCommand", "org.camunda.bpm.engine.impl.SchemaOperationsProcessEngineBuild",
            "org.camunda.bpm.engine.impl.jobexecutor.FailedJobListener$FailedJobListenerCmd");

    private static final String CLOSE = "org.camunda.bpm.engine.impl.SchemaOperationProcessEngineClose";

    private static final ThreadLocal<Boolean> AT_THE_DOOR = ThreadLocal.withInitial(() -> false);
    private final ObjectProvider<AuditTrail> record;
    private volatile boolean built;
    private volatile boolean stopping;

    CommandGate(ObjectProvider<AuditTrail> record) {
        this.record = record;
    }

    /** The application stops: the engine's own closing command, and no other, may run on the thread that stops it. */
    void stopping() {
        stopping = true;
    }

    /** Called once, when the engine stands. */
    void close() {
        built = true;
    }

    static <T> T atTheDoor(Supplier<T> act) {
        AT_THE_DOOR.set(true);
        try {
            return act.get();
        } finally {
            AT_THE_DOOR.remove();
        }
    }

    @Override
    public <T> T execute(Command<T> command) {
        refuseUnlisted(command);
        return next.execute(command);
    }

    void refuseUnlisted(Command<?> command) {
        if (!allowed(command)) {
            record.ifAvailable(trail -> trail.recordApart(AuditEvent.refusal("engine.command").with("code", "workflow.engine.closed").with("command", command.getClass().getName()).build()));
            throw new CommandRefused(command.getClass().getName());
        }
    }

    private boolean allowed(Command<?> command) {
        String name = command.getClass().getName();
        if (PERSON.contains(name)) {
            return AT_THE_DOOR.get();
        }
        if (CLOSE.equals(name)) {
            return stopping || !built;
        }
        return ENGINE.contains(name) && (!built || EngineThread.isCurrent() || AT_THE_DOOR.get() && name.endsWith("GetNextIdBlockCmd"));
    }

    /** A command outside the lists was asked for. */
    static final class CommandRefused extends ProcessEngineException {
        CommandRefused(String command) {
            super("the engine is closed to " + command);
        }
    }
}
