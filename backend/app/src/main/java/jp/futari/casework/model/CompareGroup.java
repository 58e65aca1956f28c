package jp.futari.casework.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import jp.futari.casework.model.FormSchema.Field;

/**
 * 見くらべるまとまり: fields that stand in one box of the paper and are compared in one look, as the form names them in {@code properties.together}
 * (decision 0013). The lint says the same when the form is built; the server does not take its word for it.
 *
 * @param list path of the list whose rows have this box, or null
 */
public record CompareGroup(String id, String label, String en, String list, List<String> fields) {

    /** As many as one row of a paper has; how many of them come into one item is {@link Compared}'s to say. */
    private static final int MOST_FIELDS = 8;

    static List<CompareGroup> of(JsonNode holder, String list) {
        return StreamSupport.stream(holder.path("properties").path("together").spliterator(), false).map(group -> new CompareGroup(group.path("id").asText(), group.path("label").asText(),
                group.path("en").asText(null), list, StreamSupport.stream(group.path("fields").spliterator(), false).map(JsonNode::asText).toList())).toList();
    }

    boolean has(Field field) {
        return Objects.equals(field.list(), list) && fields.contains(field.key());
    }

    /** @throws IllegalArgumentException a form with such a group is not read, and the application does not start */
    static void judge(String form, List<CompareGroup> groups, List<Field> fields) {
        Set<String> taken = new HashSet<>();
        for (CompareGroup group : groups) {
            String name = form + " " + group.id;
            if (!group.id.matches("[a-z][a-zA-Z]*") || group.label.isBlank() || !taken.add("group " + group.id)) {
                throw new IllegalArgumentException(name + ": a group has an id of its own and a label");
            }
            if (group.fields.size() < 2 || group.fields.size() > MOST_FIELDS) {
                throw new IllegalArgumentException(name + ": a group has two to " + MOST_FIELDS + " fields");
            }
            if (pages(group, fields, name, taken).size() > 1) {
                throw new IllegalArgumentException(name + ": the fields of a group stand on one page");
            }
        }
    }

    /** What is typed blind is never shown in a group, nor is anything shown in two. */
    private static Set<String> pages(CompareGroup group, List<Field> fields, String name, Set<String> taken) {
        List<String> pages = new ArrayList<>();
        for (String key : group.fields) {
            Field field = fields.stream().filter(f -> f.key().equals(key) && Objects.equals(f.list(), group.list)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(name + ": " + key + " is no field of this form or list"));
            if (!"compare".equals(field.verify()) || field.isNumber()) {
                throw new IllegalArgumentException(name + ": " + key + " is not compared");
            }
            if (!taken.add("field " + group.list + "." + key)) {
                throw new IllegalArgumentException(name + ": " + key + " stands in two groups");
            }
            pages.add(field.evidence() == null ? "" : field.evidence().replaceFirst(":[^:]*$", ""));
        }
        return Set.copyOf(pages);
    }
}
