package jp.futari.eligibility.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.futari.casework.spi.StepWork.Composition;
import jp.futari.casework.spi.StepWork.Finding;
import jp.futari.casework.spi.StepWork.FiredRule;
import jp.futari.casework.spi.StepWork.Item;
import jp.futari.casework.spi.StepWork.Subject;
import jp.futari.shared.FieldProblem;
import jp.futari.shared.rules.RuledRow;

/** 気づいたこと: what judging a notice brings to light, collected in order; what is true of several rows is one remark that names them. */
final class Remarks {

    /** The parameter of a sentence that names the row of the notice. */
    private static final String ROW = "row";

    private final List<FieldProblem> problems = new ArrayList<>();
    private final Map<Told, List<String>> findings = new LinkedHashMap<>();
    private final List<FiredRule> rules = new ArrayList<>();
    private final Map<String, String> system = new LinkedHashMap<>();

    void problem(String field, String code) {
        problem(field, code, Map.of());
    }

    /** The sentence goes along as a parameter, so that no other room needs this room's words. */
    void problem(String field, String code, Map<String, String> params) {
        Map<String, String> told = new TreeMap<>(params);
        told.put("sentence", Sentences.of(code, params));
        problems.add(FieldProblem.of(field, code, told));
    }

    void info(String code, Map<String, String> params, String article) {
        find("info", code, params, article);
    }

    void warn(String code, Map<String, String> params, String article) {
        find("warn", code, params, article);
    }

    /** Something the law does not allow to be approved; the notice itself is received all the same. */
    void block(String code, Map<String, String> params, String article) {
        find("block", code, params, article);
    }

    /** A sentence that says of several rows what it says of one is told once (screens.md section 7). */
    private record Told(String level, String code, Map<String, String> params, String article) {

        Finding of(List<String> rows) {
            Map<String, String> told = new TreeMap<>(params);
            if (!rows.isEmpty()) {
                told.put(ROW, RowNumbers.together(rows));
            }
            return new Finding(level, code, Sentences.of(code, told), article);
        }
    }

    private void find(String level, String code, Map<String, String> params, String article) {
        Map<String, String> beside = new TreeMap<>(params);
        String row = beside.remove(ROW);
        List<String> rows = findings.computeIfAbsent(new Told(level, code, beside, article), told -> new ArrayList<>());
        if (row != null) {
            rows.add(row);
        }
    }

    void settled(String field, String reason) {
        system.put(field, reason);
    }

    void fired(RuledRow row) {
        Map<String, Object> facts = new TreeMap<>();
        row.facts().forEach((name, value) -> facts.put(name, value instanceof LocalDate day ? day.toString() : value));
        rules.add(new FiredRule(row.decision(), row.row(), row.article(), facts, row.outputs()));
    }

    List<Finding> findings() {
        return findings.entrySet().stream().map(told -> told.getKey().of(told.getValue())).toList();
    }

    List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    /** The first thing that keeps the notice from being approved. */
    Optional<Finding> obstacle() {
        return findings().stream().filter(finding -> finding.level().equals("block")).findFirst();
    }

    Composition composition(List<Item> items, Map<String, String> answers, Subject subject) {
        return problems.isEmpty()
                ? new Composition(List.of(), items, answers, system, findings(), rules, Optional.ofNullable(subject))
                : Composition.refused(problems());
    }
}
