package jp.futari.workflow;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** 工程エンジンの扉: the few commands in use. Only {@code casework} calls it, in its own transaction. */
@Component
public class ProcessEngineDoor {

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;

    ProcessEngineDoor(RuntimeService runtime, ProcessEngineConfigurationImpl engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    /** @param variables ids, dates and answers only; @return the instance's id and the id of the definition version in force */
    public Started start(String processId, UUID caseId, Map<String, String> variables) {
        var instance = through(() -> runtime.startProcessInstanceByKey(processId, caseId.toString(), Map.<String, Object>copyOf(variables)));
        return new Started(instance.getId(), instance.getProcessDefinitionId());
    }

    /** The do task is finished: the check opens. @return false if the task is gone */
    public boolean entered(String taskId) {
        return complete(new CompleteHumanTask(taskId, null, Map.of()));
    }

    /** The check is finished with yes: gateway answers come from the approved submission. */
    public boolean confirmed(String taskId, Map<String, String> answers) {
        return complete(new CompleteHumanTask(taskId, "yes", answers));
    }

    /** The check sends the step back to its do task. */
    public boolean returned(String taskId) {
        return complete(new CompleteHumanTask(taskId, "no", Map.of()));
    }

    /** @return false if no step of the case listens to a withdrawal now */
    public boolean withdraw(UUID caseId) {
        return complete(new WithdrawCase(caseId));
    }

    String deployedDigest() {
        return CommandGate.atTheDoor(() -> engine.getCommandExecutorTxRequired().execute(new ReadDefinition()));
    }

    private boolean complete(org.camunda.bpm.engine.impl.interceptor.Command<Boolean> command) {
        return through(() -> engine.getCommandExecutorTxRequired().execute(command));
    }

    /** @throws OptimisticLockingFailureException when another act moved the same case in the meantime: outside, nobody knows the engine's own word for it */
    private static <T> T through(Supplier<T> act) {
        try {
            return CommandGate.atTheDoor(act);
        } catch (OptimisticLockingException overtaken) {
            throw new OptimisticLockingFailureException("the case was moved by another act", overtaken);
        }
    }

    public record Started(String instanceId, String definitionId) {
    }
}
