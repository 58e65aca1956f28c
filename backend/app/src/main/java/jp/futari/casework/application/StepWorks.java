package jp.futari.casework.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.futari.casework.spi.StepWork;
import org.springframework.stereotype.Component;

/** The rooms' contents of steps, by step key. A step no room speaks for is a plain form. */
@Component
class StepWorks {

    private final Map<String, StepWork> works;

    StepWorks(List<StepWork> works) {
        this.works = works.stream().collect(Collectors.toMap(StepWork::stepKey, Function.identity(), (a, b) -> {
            throw new IllegalStateException("two rooms speak for step " + a.stepKey());
        }, LinkedHashMap::new));
    }

    StepWork of(String stepKey) {
        return works.getOrDefault(stepKey, new PlainForm(stepKey));
    }

    private record PlainForm(String stepKey) implements StepWork {
        @Override
        public Composition compose(StepContext step, ObjectNode values) {
            return Composition.plain();
        }
    }
}
