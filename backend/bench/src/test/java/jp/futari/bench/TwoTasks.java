package jp.futari.bench;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** The yardsticks' model: two tasks, one after the other. */
final class TwoTasks {

    private TwoTasks() {
    }

    static BpmnModelInstance model(String key) {
        return Bpmn.createExecutableProcess(key).camundaHistoryTimeToLiveString("P180D").startEvent().userTask("Task_Do").camundaCandidateGroups("clerk")
                .userTask("Task_Check").camundaCandidateGroups("clerk").endEvent().done();
    }
}
