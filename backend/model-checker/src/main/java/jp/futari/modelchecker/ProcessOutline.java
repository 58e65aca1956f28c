package jp.futari.modelchecker;

import java.util.List;
import java.util.Set;

/**
 * 流れの輪郭: a process as the model draws it.
 *
 * @param source   name of the file it was read from
 * @param messages names of the messages it can receive, e.g. {@code NotificationWithdrawn}
 */
public record ProcessOutline(String id, String label, String source, List<StepOutline> steps, List<EffectOutline> effects, Set<String> messages) {

    public ProcessOutline {
        steps = List.copyOf(steps);
        effects = List.copyOf(effects);
        messages = Set.copyOf(messages);
    }
}
