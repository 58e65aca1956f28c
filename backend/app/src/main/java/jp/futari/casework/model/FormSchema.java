package jp.futari.casework.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** 様式: the questions of one step, read from a form-js schema. A field says itself how the second person verifies it (screens.md section 13). */
public record FormSchema(String key, String digest, JsonNode schema, List<Field> fields, List<CompareGroup> groups) {

    /**
     * One question.
     *
     * @param list    path of the list it repeats in, or null
     * @param section the group or list it stands in
     * @param en      what it is called in English, or null
     * @param verify  {@code reenter}, {@code compare}, {@code system} or {@code none}
     */
    public record Field(String key, String label, String type, String list, Section section, String verify, boolean required, String hide, String evidence, String evidenceStep,
                        String rule, List<Option> options, String en) {

        /** {@code =key = "value"} or {@code =key != "value"}: the grammar the browser reads too (forms/README.md). */
        public boolean isHidden(ObjectNode values) {
            Matcher rule = hide == null ? null : HIDE.matcher(hide);
            if (rule == null || !rule.matches()) {
                return false;
            }
            boolean equal = rule.group(3).equals(values.path(rule.group(1)).asText(""));
            return rule.group(2).equals("=") == equal;
        }

        public boolean isNumber() {
            return "jp-mynumber".equals(type);
        }

        /** Whether a second person looks at it at all. */
        public boolean isVerified() {
            return "reenter".equals(verify) || "compare".equals(verify);
        }
    }

    /** まとまり: a group or a list of the form. @param open whether the person who enters decides how many rows it has */
    public record Section(String id, String label, boolean open) {
    }

    /** @param en what it is called in English, or null */
    public record Option(String value, String label, String en) {
    }

    /** One answer of a submission: the key as the check names it ({@code persons.0.birthDate}). */
    public record Answer(String key, Field field, int row, JsonNode value) {
        public boolean isEmpty() {
            return value == null || value.isNull() || value.isMissingNode() || value.isTextual() && value.textValue().isEmpty()
                    || value.isContainerNode() && value.isEmpty();
        }
    }

    private static final Pattern HIDE = Pattern.compile("=\\s*(\\w+)\\s*(=|!=)\\s*\"([^\"]*)\"\\s*");

    /** Reads the fields in the schema's order, groups opened, lists with their path. */
    public static FormSchema of(String key, String digest, JsonNode schema) {
        List<Field> fields = new ArrayList<>();
        List<CompareGroup> groups = new ArrayList<>(CompareGroup.of(schema, null));
        collect(schema.path("components"), null, new Section("Form", "", false), fields, groups);
        CompareGroup.judge(key, groups, fields);
        return new FormSchema(key, digest, schema, List.copyOf(fields), List.copyOf(groups));
    }

    private static void collect(JsonNode components, String list, Section section, List<Field> into, List<CompareGroup> groups) {
        for (JsonNode component : components) {
            if (component.has("key")) {
                into.add(field(component, list, section));
            }
            boolean isList = "dynamiclist".equals(component.path("type").asText());
            Section inner = isList || "group".equals(component.path("type").asText()) ? section(component, isList) : section;
            if (isList) {
                groups.addAll(CompareGroup.of(component, inner.id()));
            }
            collect(component.path("components"), isList ? component.path("path").asText() : list, inner, into, groups);
        }
    }

    private static Section section(JsonNode c, boolean isList) {
        return new Section(isList ? c.path("path").asText() : c.path("id").asText(), c.path("label").asText(), isList && !c.path("properties").path("fixed").asBoolean());
    }

    private static Field field(JsonNode c, String list, Section section) {
        JsonNode properties = c.path("properties");
        List<Option> options = StreamSupport.stream(c.path("values").spliterator(), false)
                .map(v -> new Option(v.path("value").asText(), v.path("label").asText(), v.path("en").asText(null))).toList();
        return new Field(c.path("key").asText(), c.path("label").asText(), c.path("type").asText(), list, section, properties.path("verify").asText("none"),
                c.path("validate").path("required").asBoolean(), c.path("conditional").path("hide").asText(null), properties.path("evidence").asText(null), properties.path("evidenceStep").asText(null),
                properties.path("rule").asText(null), options, properties.path("en").asText(null));
    }

    /** Every answer the values hold, in the order of the form; rows of a list one after the other. */
    public List<Answer> answers(ObjectNode values) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (field.list() == null) {
                answers.add(new Answer(field.key(), field, -1, values.get(field.key())));
                continue;
            }
            List<Field> row = new ArrayList<>();
            while (i < fields.size() && field.list().equals(fields.get(i).list())) {
                row.add(fields.get(i++));
            }
            i--;
            rows(field.list(), row, values.path(field.list()), answers);
        }
        return answers;
    }

    private static void rows(String list, List<Field> fields, JsonNode rows, List<Answer> into) {
        for (int n = 0; n < rows.size(); n++) {
            for (Field field : fields) {
                into.add(new Answer(list + "." + n + "." + field.key(), field, n, rows.get(n).get(field.key())));
            }
        }
    }

    /** The group of the paper the field is compared in, if the form names one. */
    Optional<CompareGroup> group(Field field) {
        return groups.stream().filter(group -> group.has(field)).findFirst();
    }

    public Optional<Answer> answer(ObjectNode values, String key) {
        return java.util.stream.Stream.concat(answers(values).stream(), LeftOut.of(this, values).stream()).filter(a -> a.key().equals(key)).findFirst();
    }

    /** Top-level keys and list paths that the form knows; anything else in a completion is refused. */
    public boolean knows(String key) {
        return fields.stream().anyMatch(f -> key.equals(f.list() == null ? f.key() : f.list()));
    }

    public boolean knowsInRow(String list, String key) {
        return fields.stream().anyMatch(f -> list.equals(f.list()) && key.equals(f.key()));
    }

    /** 項目の名 without values at hand, with the row it stands in; the key itself where the form has no such item. */
    public String label(String key) {
        String[] parts = key.split("[.]");
        String row = parts.length == 3 ? "（" + (Integer.parseInt(parts[1]) + 1) + "人目）" : "";
        String plain = parts[parts.length - 1];
        return fields.stream().filter(f -> f.key().equals(plain)).map(f -> f.label() + row).findFirst()
                .or(() -> answer(com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode(), key).map(a -> a.field().label())).orElse(key);
    }

    public Map<String, String> labels() {
        var labels = new java.util.LinkedHashMap<String, String>();
        fields.forEach(f -> labels.putIfAbsent(f.key(), f.label()));
        return labels;
    }
}
