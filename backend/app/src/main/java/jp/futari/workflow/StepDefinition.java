package jp.futari.workflow;

import java.util.Set;

/** 工程の型: one human step as the model draws it. {@code approval} is what its confirmation counts as: {@code case} or {@code list}. */
public record StepDefinition(String processId, String stepKey, String elementId, String label, Task doTask, Task checkTask, String formKey, Set<String> apartFrom,
                             boolean critical) {

    public record Task(String elementId, String label, Set<String> roles) {
    }

    public Task task(String duty) {
        return "do".equals(duty) ? doTask : checkTask;
    }
}
