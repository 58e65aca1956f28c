package jp.futari.modelchecker;

import java.util.List;

/** 検査の結果: what was found, and how much was looked at (a check that saw nothing has proven nothing). */
public record Report(List<Violation> violations, int processes, int steps, int userTasks, int effects) {

    public Report {
        violations = List.copyOf(violations);
    }

    /** No violation, and there was something to prove. */
    public boolean isClean() {
        return violations.isEmpty() && processes > 0 && steps > 0 && effects > 0;
    }

    public String summary() {
        return "%d processes, %d human steps, %d user tasks, %d effects, %d violations".formatted(
                processes, steps, userTasks, effects, violations.size());
    }
}
