package jp.futari.casework.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.futari.casework.model.FormSchema.Answer;
import jp.futari.casework.model.FormSchema.Field;
import jp.futari.shared.FieldProblem;

/** What can be said of an entry from the form alone: unknown fields, empty required ones, wrong types. The room's rules speak afterwards. */
public final class FormJudgement {

    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_ROWS = 20;
    private static final Pattern UNCERTAIN_DATE = Pattern.compile("\\d{4}-(\\d{2}|99)-(\\d{2}|99)");

    private FormJudgement() {
    }

    public static List<FieldProblem> problems(FormSchema form, ObjectNode values, LocalDate today) {
        List<FieldProblem> problems = new ArrayList<>();
        unknown(form, values, problems);
        if (problems.isEmpty()) {
            form.answers(values).forEach(answer -> judge(answer, values, problems));
            FormRules.judge(form, values, today, problems);
        }
        return problems;
    }

    private static void unknown(FormSchema form, ObjectNode values, List<FieldProblem> problems) {
        for (Iterator<Map.Entry<String, JsonNode>> all = values.fields(); all.hasNext();) {
            Map.Entry<String, JsonNode> entry = all.next();
            if (!form.knows(entry.getKey())) {
                problems.add(FieldProblem.of(clip(entry.getKey()), "casework.form.unknown-field"));
            } else if (form.fields().stream().anyMatch(f -> entry.getKey().equals(f.list()))) {
                rows(form, entry.getKey(), entry.getValue(), problems);
            }
        }
    }

    private static void rows(FormSchema form, String list, JsonNode rows, List<FieldProblem> problems) {
        if (!rows.isArray() || rows.size() > MOST_ROWS) {
            problems.add(FieldProblem.of(list, "casework.form.not-a-list"));
            return;
        }
        for (int n = 0; n < rows.size(); n++) {
            if (!rows.get(n).isObject()) {
                problems.add(FieldProblem.of(list + "." + n, "casework.form.not-a-row"));
                continue;
            }
            int row = n;
            rows.get(n).fieldNames().forEachRemaining(key -> {
                if (!form.knowsInRow(list, key)) {
                    problems.add(FieldProblem.of(list + "." + row + "." + clip(key), "casework.form.unknown-field"));
                }
            });
        }
    }

    private static void judge(Answer answer, ObjectNode values, List<FieldProblem> problems) {
        Field field = answer.field();
        if (answer.isEmpty()) {
            if (field.required() && !field.isHidden(values)) {
                problems.add(FieldProblem.of(answer.key(), "casework.form.required", Map.of("label", field.label())));
            }
            return;
        }
        if (field.isHidden(values)) {
            problems.add(FieldProblem.of(answer.key(), "casework.form.hidden-field", Map.of("label", field.label())));
            return;
        }
        String fault = fault(field, answer.value());
        if (fault != null) {
            problems.add(FieldProblem.of(answer.key(), fault, Map.of("label", field.label())));
        }
    }

    /** @return a code, or null when the value can be what the field asks for */
    static String fault(Field field, JsonNode value) {
        if (value.isTextual() && (value.textValue().length() > LONGEST_TEXT || value.textValue().chars().anyMatch(c -> c < 0x20 && c != '\n'))) {
            return "casework.form.text-not-allowed";
        }
        return switch (field.type()) {
            case "jp-date" -> isDate(value) ? null : "casework.form.not-a-date";
            case "jp-amount" -> value.isIntegralNumber() && value.canConvertToLong() || value.isTextual() && value.textValue().matches("-?\\d{1,12}") ? null : "casework.form.not-an-amount";
            case "jp-mynumber" -> isUuid(value) ? null : "casework.form.not-a-candidate";
            case "jp-postal" -> value.isTextual() && value.textValue().matches("\\d{7}") ? null : "casework.form.not-a-postal-code";
            case "jp-choice-code" -> isOption(field, value) ? null : "casework.form.not-a-choice";
            case "jp-check-list" -> value.isArray() ? options(field, value) : "casework.form.not-a-choice";
            case "jp-text", "jp-name", "jp-kana", "jp-address", "jp-phone", "jp-number" -> namesANumber(value) ? "casework.form.looks-like-personal-number" : plain(value);
            default -> plain(value);
        };
    }

    /** A number typed into a text would leak into the submission (two-persons.md section 4). */
    private static boolean namesANumber(JsonNode value) {
        return value.isTextual() && PersonalNumberLook.in(value.textValue());
    }

    private static String plain(JsonNode value) {
        return value.isValueNode() || value.isArray() && value.size() <= 100 ? null : "casework.form.text-not-allowed";
    }

    private static String options(Field field, JsonNode values) {
        for (JsonNode value : values) {
            if (!isOption(field, value)) {
                return "casework.form.not-a-choice";
            }
        }
        return null;
    }

    private static boolean isOption(Field field, JsonNode value) {
        return value.isValueNode() && (field.options().isEmpty() || field.options().stream().anyMatch(o -> o.value().equals(value.asText())));
    }

    private static boolean isDate(JsonNode value) {
        if (!value.isTextual()) {
            return false;
        }
        try {
            LocalDate.parse(value.textValue());
            return true;
        } catch (DateTimeException e) {
            return UNCERTAIN_DATE.matcher(value.textValue()).matches() && value.textValue().contains("99");
        }
    }

    private static boolean isUuid(JsonNode value) {
        try {
            return value.isTextual() && UUID.fromString(value.textValue()).toString().equals(value.textValue());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String clip(String key) {
        return key.length() > 60 ? key.substring(0, 60) : key;
    }
}
