package jp.futari.modelchecker;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 人員: rule 6. With any one person absent (any two for critical steps) the roster still has a legal pair for every step, and for the
 * steps it is apart from, all at once.
 */
final class Staffing {

    private final Map<String, StepOutline> steps;
    private final Roster roster;
    private final Findings findings;

    private Staffing(Map<String, StepOutline> steps, Roster roster, Findings findings) {
        this.steps = steps;
        this.roster = roster;
        this.findings = findings;
    }

    static void check(Models models, Roster roster, Findings findings) {
        var steps = ModelCatalogue.of(models).steps().stream()
                .collect(Collectors.toMap(StepOutline::key, step -> step, (first, second) -> first, java.util.LinkedHashMap::new));
        var staffing = new Staffing(steps, roster, findings);
        steps.values().forEach(staffing::check);
    }

    private void check(StepOutline step) {
        var together = withThoseApart(step);
        for (var absent : absences(step.critical())) {
            if (!new PairSearch(together, present(absent)).finds()) {
                var names = absent.stream().map(Officer::officerNo).sorted().collect(Collectors.joining(" and "));
                findings.add(step.processId(), step.elementId(), 6, "without " + names + " no legal pair is left for " + step.key());
                return;
            }
        }
    }

    /** The step, and every step whose people may not act in it, directly or by way of another. */
    private Collection<StepOutline> withThoseApart(StepOutline step) {
        var together = new LinkedHashSet<StepOutline>();
        collect(step, together);
        return together;
    }

    private void collect(StepOutline step, Set<StepOutline> together) {
        if (step != null && together.add(step)) {
            step.apartFrom().forEach(key -> collect(steps.get(key), together));
        }
    }

    private Collection<Set<Officer>> absences(boolean critical) {
        var absences = new LinkedHashSet<Set<Officer>>();
        for (var one : roster.officers()) {
            absences.add(Set.of(one));
            if (critical) {
                roster.officers().stream().filter(other -> other != one).forEach(other -> absences.add(Set.of(one, other)));
            }
        }
        return absences.isEmpty() ? List.of(Set.of()) : absences;
    }

    private List<Officer> present(Set<Officer> absent) {
        return roster.officers().stream().filter(officer -> !absent.contains(officer)).toList();
    }
}
