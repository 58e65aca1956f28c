package jp.futari.casework.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.futari.casework.model.FormSchema;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.Refused;
import jp.futari.workflow.StepCatalogue;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the items of a round's check together with the submission they stand for. */
@Component
class CheckItems {

    private final JdbcTemplate jdbc;
    private final FormCatalogue forms;
    private final StepCatalogue steps;

    CheckItems(JdbcTemplate jdbc, FormCatalogue forms, StepCatalogue steps) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.steps = steps;
    }

    record Round(JsonNode content, List<CheckItemState> items, FormSchema form) {

        ObjectNode values() {
            return (ObjectNode) content.path("values");
        }

        CheckItemState item(String key) {
            return find(key).orElseThrow(() -> Refused.notFound("casework.check.no-such-item"));
        }

        Optional<CheckItemState> find(String key) {
            return items.stream().filter(i -> i.key().equals(key)).findFirst();
        }

        /** The round after some fields changed. */
        Round with(List<CheckItemState> changed) {
            return new Round(content, items.stream().map(i -> changed.stream().filter(c -> c.key().equals(i.key())).findFirst().orElse(i)).toList(), form);
        }

        /** The items as the checker answers them, in their order. */
        List<CheckItemGroup> groups() {
            Map<String, List<CheckItemState>> groups = new LinkedHashMap<>();
            items.forEach(field -> groups.computeIfAbsent(field.item(), item -> new ArrayList<>()).add(field));
            return groups.entrySet().stream().map(e -> new CheckItemGroup(e.getKey(), e.getValue())).toList();
        }

        CheckItemGroup group(String key) {
            return groups().stream().filter(g -> g.key().equals(key)).findFirst().orElseThrow(() -> Refused.notFound("casework.check.no-such-item"));
        }

        /** A compare item opens only when every earlier item has its answer. */
        boolean isOpenNow(CheckItemGroup item) {
            return items.stream().filter(i -> i.ordinal() < item.first().ordinal()).allMatch(CheckItemState::isAnswered);
        }

        /** The item that waits for its answer first. */
        Optional<CheckItemGroup> next() {
            return groups().stream().filter(g -> !g.isAnswered()).findFirst();
        }
    }

    Round of(TaskState task) {
        FormSchema form = forms.form(steps.step(task.stepKey()).formKey());
        List<CheckItemState> items = new ArrayList<>();
        JsonNode[] content = {null};
        jdbc.query("""
                SELECT CASE WHEN row_number() OVER (ORDER BY i.ordinal) = 1 THEN s.content END AS content, i.*,
                       (SELECT a.value FROM check_attempt a WHERE a.step_id = i.step_id AND a.round = i.round AND a.key = i.key ORDER BY a.no DESC LIMIT 1) AS typed
                FROM submission s LEFT JOIN check_item i ON i.step_id = s.step_id AND i.round = s.round WHERE s.step_id = ? AND s.round = ? ORDER BY i.ordinal""", row -> {
            if (content[0] == null) {
                content[0] = CanonicalJson.parse(row.getString("content"));
            }
            if (row.getString("key") != null) {
                items.add(item(row, form, (ObjectNode) content[0].path("values")));
            }
        }, task.stepId(), task.round());
        if (content[0] == null) {
            throw Refused.conflict("casework.check.nothing-submitted", null);
        }
        return new Round(content[0], List.copyOf(items), form);
    }

    private static CheckItemState item(ResultSet row, FormSchema form, ObjectNode values) throws SQLException {
        var answer = form.answer(values, row.getString("key")).orElseThrow();
        return new CheckItemState(row.getString("key"), row.getString("item"), row.getInt("ordinal"), row.getString("kind"), row.getString("state"), row.getInt("attempts"), row.getInt("differs"),
                row.getBoolean("revealed"), row.getString("reason"), row.getString("note"), row.getBoolean("carried"), answer.field(), answer.value(), row.getString("typed"));
    }
}
