package jp.futari.workflow;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** The marks {@code effect} and {@code approvedBy} on an element of the model. */
record EffectMark(String effect, String approvedBy) {

    static EffectMark of(DelegateExecution execution) {
        var extensions = execution.getBpmnModelElementInstance().getExtensionElements();
        Function<String, String> mark = name -> extensions == null ? null
                : extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(EffectMark::entries).filter(p -> name.equals(p.getCamundaName()))
                        .map(CamundaProperty::getCamundaValue).findFirst().orElse(null);
        return new EffectMark(Optional.ofNullable(mark.apply("effect")).orElse("none"), mark.apply("approvedBy"));
    }

    private static Stream<CamundaProperty> entries(CamundaProperties properties) {
        return properties.getCamundaProperties().stream();
    }
}
