package jp.futari.casework.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.futari.casework.model.FormSchema.Answer;
import jp.futari.casework.model.FormSchema.Field;
import jp.futari.casework.model.FormSchema.Section;

/**
 * 書かなかったこと: what nobody typed is an entry too. For each part of the form the fields left empty, and for each list the number of its rows,
 * so that the second person looks on the paper for what is missing as well (decision 0012). {@link Compared} puts them into one item.
 */
public final class LeftOut {

    public static final String BLANKS = "blanks";
    public static final String ROWS = "rows";

    private LeftOut() {
    }

    /** In the order of the form's parts: the number of rows first, then the blanks. */
    public static List<Answer> of(FormSchema form, ObjectNode values) {
        Map<Section, ArrayNode> blanks = new LinkedHashMap<>();
        form.fields().forEach(field -> blanks.computeIfAbsent(field.section(), s -> JsonNodeFactory.instance.arrayNode()));
        form.answers(values).stream().filter(a -> a.isEmpty() && a.field().isVerified() && !a.field().isHidden(values)).forEach(a -> blanks.get(a.field().section()).add(label(a)));
        List<Answer> items = new ArrayList<>();
        blanks.forEach((section, labels) -> {
            if (section.open()) {
                items.add(new Answer(key(ROWS, section), field(ROWS, section, section.label() + "の行数", "Number of rows"), -1, IntNode.valueOf(values.path(section.id()).size())));
            }
            if (!labels.isEmpty()) {
                items.add(new Answer(key(BLANKS, section), field(BLANKS, section, "空欄のままの項目" + (section.label().isEmpty() ? "" : "（" + section.label() + "）"), "Fields left empty"), -1, labels));
            }
        });
        return items;
    }

    private static String label(Answer blank) {
        return blank.row() < 0 ? blank.field().label() : blank.field().label() + "（" + (blank.row() + 1) + "人目）";
    }

    /** No field of a form has a hyphen in its key. */
    private static String key(String kind, Section section) {
        return kind + "-" + section.id();
    }

    private static Field field(String kind, Section section, String label, String en) {
        return new Field(key(kind, section), label, kind, null, section, "compare", false, null, null, null, null, List.of(), en);
    }
}
