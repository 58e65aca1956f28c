package jp.futari.casework;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.BDDAssertions.then;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.futari.access.Browser;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Process control and assignment attacks from inside the application: the engine's own services are closed to everyone but the door. */
class ClosedEngineTest {

    private static CaseworkServer server;
    private static Browser sato;

    @BeforeAll
    static void start() {
        server = new CaseworkServer();
        server.staff.person("S001", "eligibility", "counter-clerk").terminal("KH-014", "t1");
        sato = server.signedIn("S001", "t1");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisplayName("エンジンへの近道はすべて閉じていて、試みは記録される")
    void every_way_around_the_door_is_refused_and_recorded() {
        var journey = ProofJourney.startedBy(server, sato).enteredBy(sato);
        String task = journey.check();
        String instance = server.one("SELECT proc_inst_id_ FROM engine.act_ru_task WHERE id_ = '" + task + "'");
        RuntimeService runtime = server.bean(RuntimeService.class);
        TaskService tasks = server.bean(TaskService.class);
        RepositoryService models = server.bean(RepositoryService.class);
        ManagementService management = server.bean(ManagementService.class);
        HistoryService history = server.bean(HistoryService.class);
        ProcessEngineConfigurationImpl engine = (ProcessEngineConfigurationImpl) server.bean(ProcessEngine.class).getProcessEngineConfiguration();
        Map<String, Runnable> attacks = new LinkedHashMap<>();
        attacks.put("complete past casework", () -> tasks.complete(task, Map.of("confirmed", "yes")));
        attacks.put("claim as a colleague", () -> tasks.claim(task, "S002"));
        attacks.put("assign to a colleague", () -> tasks.setAssignee(task, "S002"));
        attacks.put("delegate", () -> tasks.delegateTask(task, "S002"));
        attacks.put("resolve", () -> tasks.resolveTask(task));
        attacks.put("add oneself as candidate", () -> tasks.addCandidateUser(task, "S001"));
        attacks.put("change owner", () -> tasks.setOwner(task, "S001"));
        attacks.put("a stand-alone task that looks like a check", () -> tasks.saveTask(tasks.newTask("fake")));
        attacks.put("overwrite a variable", () -> runtime.setVariable(instance, "confirmed", "yes"));
        attacks.put("overwrite a variable of the task", () -> tasks.setVariableLocal(task, "confirmed", "yes"));
        attacks.put("start after the check", () -> runtime.createProcessInstanceModification(instance).startBeforeActivity("Task_RecordProof").execute());
        attacks.put("cancel the step", () -> runtime.createProcessInstanceModification(instance).cancelAllForActivity("Step_ProofStep").execute());
        attacks.put("correlate a message", () -> runtime.createMessageCorrelation("NotificationWithdrawn").processInstanceBusinessKey(journey.caseId).correlate());
        attacks.put("signal", () -> runtime.signalEventReceived("anything"));
        attacks.put("BPMN error", () -> tasks.handleBpmnError(task, "any"));
        attacks.put("escalation", () -> tasks.handleEscalation(task, "any"));
        attacks.put("trigger", () -> runtime.signal(instance));
        attacks.put("start by the engine's service", () -> runtime.startProcessInstanceByKey("ProofProcess"));
        attacks.put("start in the middle", () -> runtime.createProcessInstanceByKey("ProofProcess").startBeforeActivity("Task_RecordProof").execute());
        attacks.put("suspend", () -> runtime.suspendProcessInstanceById(instance));
        attacks.put("delete the instance", () -> runtime.deleteProcessInstance(instance, "x"));
        attacks.put("restart", () -> runtime.restartProcessInstances("x").startBeforeActivity("a").processInstanceIds(instance).execute());
        attacks.put("deploy a model without the check", () -> models.createDeployment().addString("x.bpmn", "<x/>").deploy());
        attacks.put("suspend the definition", () -> models.suspendProcessDefinitionByKey("ProofProcess"));
        attacks.put("execute a job", () -> management.executeJob("x"));
        attacks.put("set a timer's date", () -> management.setJobDuedate("x", new java.util.Date()));
        attacks.put("delete history", () -> history.deleteHistoricProcessInstance(instance));
        attacks.put("query with an expression", () -> tasks.createTaskQuery().or().taskAssigneeExpression("${1+1}").endOr().list());
        attacks.put("fetch external tasks", () -> server.bean(ProcessEngine.class).getExternalTaskService().fetchAndLock(1, "x").topic("t", 1000).execute());
        attacks.put("a lambda command", () -> engine.getCommandExecutorTxRequired().execute(context -> null));
        attacks.put("a lambda command in its own transaction", () -> engine.getCommandExecutorTxRequiresNew().execute(context -> null));
        attacks.forEach((name, attack) -> then(catchThrowable(attack::run)).as(name).isNotNull().hasMessageContaining("the engine is closed"));
        then(server.column("SELECT what ->> 'command' FROM audit_event WHERE kind = 'REFUSAL' AND action = 'engine.command'")).hasSizeGreaterThanOrEqualTo(attacks.size());
        then(journey.approvals()).isZero();
        then(journey.registered()).isZero();
        then(journey.check()).isEqualTo(task);
    }
}
