package jp.futari.casework.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.futari.casework.model.FormSchema.Answer;
import jp.futari.shared.FieldProblem;

/** The small rules a schema may name: {@code notAfter:<field|today>} and {@code digits:<from>-<to>}. Others belong to the rooms. */
final class FormRules {

    private FormRules() {
    }

    static void judge(FormSchema form, ObjectNode values, LocalDate today, List<FieldProblem> problems) {
        for (Answer answer : form.answers(values)) {
            String rule = answer.field().rule();
            if (rule == null || answer.isEmpty() || problems.stream().anyMatch(p -> p.key().equals(answer.key()))) {
                continue;
            }
            if (rule.startsWith("notAfter:")) {
                notAfter(form, values, answer, rule.substring("notAfter:".length()), today, problems);
            } else if (rule.startsWith("digits:")) {
                digits(answer, rule.substring("digits:".length()), problems);
            }
        }
    }

    private static void notAfter(FormSchema form, ObjectNode values, Answer answer, String than, LocalDate today, List<FieldProblem> problems) {
        String limit = "today".equals(than) ? today.toString() : values.path(than).asText("");
        if (!limit.isEmpty() && answer.value().asText().compareTo(limit) > 0) {
            problems.add(FieldProblem.of(answer.key(), "casework.form.after", Map.of("label", answer.field().label(), "than", "today".equals(than) ? "今日" : label(form, than))));
        }
    }

    private static String label(FormSchema form, String key) {
        return form.labels().getOrDefault(key, key);
    }

    private static void digits(Answer answer, String range, List<FieldProblem> problems) {
        String[] bounds = range.split("-");
        if (!answer.value().asText().matches("[0-9]{" + bounds[0] + "," + bounds[bounds.length - 1] + "}")) {
            problems.add(FieldProblem.of(answer.key(), "casework.form.digits", Map.of("label", answer.field().label(), "range", range)));
        }
    }
}
