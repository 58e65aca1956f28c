package jp.futari.modelchecker;

import java.util.List;

/**
 * 違反: one place where a model breaks a rule of two-persons.md, section 2.
 *
 * @param process id of the process, or the file where there is no process
 * @param element id of the element, {@code -} where none can be named
 * @param rule    number of the rule, 0 to 6
 * @param path    the way that leads to the fault as element ids, called processes included; empty for faults read off the file
 */
public record Violation(String process, String element, int rule, String message, List<String> path) {

    public Violation {
        path = List.copyOf(path);
    }

    @Override
    public String toString() {
        var way = path.isEmpty() ? "" : " (" + String.join(" > ", path) + ")";
        return process + "/" + element + ": rule " + rule + ": " + message + way;
    }
}
