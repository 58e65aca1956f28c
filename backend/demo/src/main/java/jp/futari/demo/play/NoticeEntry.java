package jp.futari.demo.play;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import jp.futari.demo.city.EnrolmentStory;

/** 届の入力: what is written on the paper, as values of the entry form. A number never stands in them, only the id the vault gives for it. */
final class NoticeEntry {

    private static final String NUMBER = "personalNumber";

    private final ObjectNode values = JsonNodeFactory.instance.objectNode();

    /** Everything but the numbers. */
    static NoticeEntry of(EnrolmentStory story) {
        var entry = new NoticeEntry();
        new TreeMap<>(story.values()).forEach((key, value) -> {
            if (!key.endsWith(NUMBER)) {
                entry.write(key, value);
            }
        });
        return entry;
    }

    void write(String key, String value) {
        var parts = key.split("\\.");
        if (parts.length == 3) {
            row(Integer.parseInt(parts[1])).put(parts[2], value);
        } else if (key.equals("documents")) {
            var codes = values.putArray(key);
            for (var code : value.split(",")) {
                codes.add(code);
            }
        } else {
            values.put(key, value);
        }
    }

    private ObjectNode row(int at) {
        var rows = values.withArray("persons");
        while (rows.size() <= at) {
            rows.addObject();
        }
        return (ObjectNode) rows.get(at);
    }

    /** Types each number into the vault. A number that stands on two rows is typed once: the second row stays empty, with a word for colleagues. */
    void typeNumbers(OfficeClient who, String task, EnrolmentStory story) {
        var seen = new HashSet<String>();
        new TreeMap<>(story.values()).forEach((key, number) -> {
            if (key.endsWith(NUMBER) && seen.add(number)) {
                write(key, who.post("/api/mynumber/candidates", Map.of("taskId", task, "field", key, "number", number)).path("candidate").asText());
            } else if (key.endsWith(NUMBER)) {
                values.put("remarks", "二つの行に同じ番号が書いてあるため、下の行は空けてあります。本人に確かめます。");
            }
        });
    }

    ObjectNode values() {
        return values;
    }
}
