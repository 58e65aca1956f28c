package jp.futari.access.model;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import jp.futari.shared.Decision;

/** 兼ねられない役割: administration and reviewing, for instance, are never in one hand (screens.md S08). */
public final class ForbiddenPairs {

    private final Set<Set<String>> pairs;

    public ForbiddenPairs(Set<Set<String>> pairs) {
        this.pairs = Set.copyOf(pairs);
    }

    /** @param held roles the person holds on any day of the wanted role's period */
    public Decision decide(String wanted, Collection<String> held) {
        return held.stream().filter(other -> !other.equals(wanted) && pairs.contains(Set.of(wanted, other))).findFirst()
                .map(other -> Decision.refused("access.right.forbidden-pair", Map.of("role", wanted, "held", other)))
                .orElseGet(Decision::allowed);
    }

    public Set<Set<String>> pairs() {
        return pairs;
    }
}
