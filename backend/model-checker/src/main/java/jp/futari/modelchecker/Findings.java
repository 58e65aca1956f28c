package jp.futari.modelchecker;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The violations found so far, each once, in the order of finding. */
final class Findings {

    private final Set<Violation> found = new LinkedHashSet<>();

    void add(String process, String element, int rule, String message) {
        add(process, element, rule, message, List.of());
    }

    void add(String process, String element, int rule, String message, List<String> path) {
        var named = element == null || element.isEmpty() ? "-" : element;
        found.add(new Violation(process, named, rule, message, path));
    }

    List<Violation> all() {
        return new ArrayList<>(found);
    }
}
