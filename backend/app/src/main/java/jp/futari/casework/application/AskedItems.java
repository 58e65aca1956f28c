package jp.futari.casework.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.futari.casework.model.Compared;
import jp.futari.casework.model.FormSchema;
import jp.futari.casework.model.FormSchema.Answer;
import jp.futari.casework.model.LeftOut;
import jp.futari.casework.spi.StepWork.Composition;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.OfficerId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * 確かめる項目: which items of a submission the checker is asked. What a machine has settled is not asked, but never a {@code reenter} field.
 * What was left empty and how many rows a list has is asked as well. What stands in one box of the paper is one item; the record stays one row per field.
 * After a return every {@code reenter} and every changed field is asked again; unchanged matched ones are carried over (screens.md 8.4).
 */
@Component
class AskedItems {

    /** Types of fields that say whom a row is about. */
    private static final Set<String> IDENTITY = Set.of("jp-addressee", "jp-name");

    private final JdbcTemplate jdbc;

    AskedItems(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Map<String, Object>> of(TaskState task, OfficerId doer, FormSchema form, ObjectNode values, Composition composition) {
        Former former = task.round() == 1 || hasChecked(task, doer) ? Former.NONE : former(task);
        List<Answer> answers = form.answers(values).stream().filter(a -> !a.isEmpty()).toList();
        List<Map<String, Object>> asked = new ArrayList<>();
        answers.stream().filter(a -> "reenter".equals(a.field().verify())).forEach(a -> asked.add(item(asked.size(), a.key(), a.key(), "reenter", "open", false)));
        List<Answer> compared = answers.stream().filter(a -> "compare".equals(a.field().verify()) && !composition.system().containsKey(a.key())).toList();
        Compared.items(form, compared, LeftOut.of(form, values)).forEach(item -> item.answers().forEach(a -> {
            boolean carried = former.settled().contains(a.key()) && a.value().equals(former.value(form, a.key())) && isSameRow(form, values, former, a);
            asked.add(item(asked.size(), item.key(), a.key(), "compare", carried ? "same" : "closed", carried));
        }));
        return asked;
    }

    /** Whoever answered for this step as checker and now enters it: their own answers are no second person's any more. */
    private boolean hasChecked(TaskState task, OfficerId doer) {
        return Boolean.TRUE.equals(jdbc.queryForObject("SELECT EXISTS (SELECT FROM check_item WHERE step_id = ? AND answered_by = ?)", Boolean.class, task.stepId(), doer.no()));
    }

    /** An answer of a list speaks of the person of its row: with another person there it is another answer. */
    private static boolean isSameRow(FormSchema form, ObjectNode values, Former former, Answer answer) {
        return answer.row() < 0 || form.fields().stream().filter(f -> answer.field().list().equals(f.list()) && IDENTITY.contains(f.type()))
                .allMatch(f -> values.path(f.list()).path(answer.row()).path(f.key()).equals(former.values().path(f.list()).path(answer.row()).path(f.key())));
    }

    private static Map<String, Object> item(int ordinal, String asked, String key, String kind, String state, boolean carried) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("key", key);
        item.put("item", asked);
        item.put("ordinal", ordinal);
        item.put("kind", kind);
        item.put("state", state);
        item.put("carried", carried);
        return item;
    }

    private Former former(TaskState task) {
        int round = task.round() - 1;
        Set<String> settled = new HashSet<>(jdbc.queryForList("SELECT key FROM check_item WHERE step_id = ? AND round = ? AND state = 'same'", String.class, task.stepId(), round));
        JsonNode content = jdbc.query("SELECT content FROM submission WHERE step_id = ? AND round = ?", row -> row.next() ? CanonicalJson.parse(row.getString(1)) : null, task.stepId(), round);
        settled.removeAll(jdbc.queryForList("SELECT f ->> 'key' FROM step_return, jsonb_array_elements(fields) f WHERE step_id = ? AND round = ?", String.class, task.stepId(), round));
        return new Former(settled, content == null ? null : (ObjectNode) content.path("values"));
    }

    private record Former(Set<String> settled, ObjectNode values) {
        static final Former NONE = new Former(Set.of(), null);

        JsonNode value(FormSchema form, String key) {
            return values == null ? null : form.answer(values, key).map(Answer::value).orElse(null);
        }
    }
}
