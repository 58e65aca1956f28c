package jp.futari.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Refuses to serve when the deployed models are not the jar's, or when a model names an effect that no delegate declares. */
@Component
class StartGate implements SmartLifecycle {

    private final ProcessEngineDoor door;
    private final StepCatalogue steps;
    private final Map<String, JavaDelegate> delegates;
    private boolean running;

    StartGate(ProcessEngineDoor door, StepCatalogue steps, Map<String, JavaDelegate> delegates) {
        this.door = door;
        this.steps = steps;
        this.delegates = delegates;
    }

    @Override
    public void start() {
        if (!JarModels.load().digest().equals(door.deployedDigest())) {
            throw new IllegalStateException("the models in the database are not this version's: run `futari migrate`");
        }
        List<String> faults = new ArrayList<>();
        steps.effects().forEach(use -> {
            JavaDelegate delegate = delegates.get(use.delegate());
            boolean declared = delegate instanceof EffectDelegate effect ? effect.effectKey().equals(use.effect())
                    : delegate instanceof NoEffectDelegate && "none".equals(use.effect());
            if (!declared) {
                faults.add(use.processId() + "/" + use.elementId() + " names effect " + use.effect() + " but delegate " + use.delegate() + " does not declare it");
            }
        });
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("; ", faults));
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }
}
