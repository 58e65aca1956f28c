package jp.futari.casework.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.futari.casework.model.Compared;
import jp.futari.casework.spi.CaseSources;
import org.springframework.stereotype.Component;

/**
 * What the browser may see of an item (screens.md 8.2, 8.3): the entered value of a {@code reenter} item only once it is decided or
 * revealed, of a {@code compare} item only once it is open, of a personal number never.
 */
@Component
class CheckItemViews {

    private final Evidence evidence;

    CheckItemViews(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The case's sources are read once for all of them. */
    List<Map<String, Object>> of(TaskState task, CheckItems.Round round, List<CheckItemGroup> items) {
        List<CaseSources.Source> sources = evidence.sources(task.caseId());
        return items.stream().map(item -> item.isOneField() ? of(sources, item.first(), isOpenNow(round, item)) : of(sources, round, item)).toList();
    }

    private static boolean isOpenNow(CheckItems.Round round, CheckItemGroup item) {
        return item.isReenter() || round.isOpenNow(item);
    }

    private Map<String, Object> of(List<CaseSources.Source> sources, CheckItemState item, boolean openNow) {
        Map<String, Object> view = field(item, openNow);
        view.put("row", row(item.key()));
        view.put("kind", item.kind());
        view.put("evidence", evidence.of(sources, item.field(), row(item.key())));
        view.put("attemptsLeft", item.attemptsLeft());
        return view;
    }

    /** Several fields of one box: the box once, the fields one below the other. */
    private Map<String, Object> of(List<CaseSources.Source> sources, CheckItems.Round round, CheckItemGroup item) {
        boolean openNow = isOpenNow(round, item);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("key", item.key());
        view.put("label", Compared.label(round.form(), item.key()));
        view.put("en", Compared.english(round.form(), item.key()));
        view.put("row", row(item.key()));
        view.put("kind", "compare");
        view.put("type", "group");
        view.put("evidence", evidence.around(sources, item.fields()));
        view.put("state", shown(item.state(), openNow));
        view.put("attemptsLeft", 0);
        view.put("changed", item.fields().stream().anyMatch(field -> !field.carried()));
        view.put("fields", item.fields().stream().map(field -> inGroup(sources, field, openNow)).toList());
        return view;
    }

    private Map<String, Object> inGroup(List<CaseSources.Source> sources, CheckItemState field, boolean openNow) {
        Map<String, Object> view = field(field, openNow);
        view.put("evidence", evidence.of(sources, field.field(), row(field.key())));
        return view;
    }

    private static Map<String, Object> field(CheckItemState item, boolean openNow) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("key", item.key());
        view.put("label", item.field().label());
        view.put("en", item.field().en());
        view.put("type", item.field().type());
        view.put("options", item.field().options());
        view.put("state", shown(item.state(), openNow));
        view.put("changed", !item.carried());
        view.put("reason", item.reason());
        if (mayBeSeen(item, openNow || item.isAnswered())) {
            view.put("value", item.entered());
            if (item.isReenter() && item.lastTyped() != null) {
                view.put("mine", item.lastTyped());
            }
        }
        return view;
    }

    private static String shown(String state, boolean openNow) {
        return openNow && "closed".equals(state) ? "open" : state;
    }

    private static boolean mayBeSeen(CheckItemState item, boolean openNow) {
        if (item.field().isNumber()) {
            return false;
        }
        return item.isReenter() ? "matched".equals(item.state()) || item.revealed() : openNow;
    }

    static Integer row(String key) {
        String[] parts = key.split("\\.");
        return parts.length == 3 ? Integer.valueOf(parts[1]) : null;
    }

    /** The folded list: what the machine has settled, with its reason. */
    List<Map<String, Object>> system(CheckItems.Round round) {
        List<Map<String, Object>> settled = new java.util.ArrayList<>();
        JsonNode reasons = round.content().path("system");
        for (var answer : round.form().answers(round.values())) {
            boolean asked = round.find(answer.key()).isPresent();
            if (!asked && !answer.isEmpty() && !answer.field().isNumber() && !"none".equals(answer.field().verify())) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("key", answer.key());
                row.put("label", answer.field().label());
                row.put("en", answer.field().en());
                row.put("row", row(answer.key()));
                row.put("value", answer.value());
                row.put("reason", reasons.path(answer.key()).asText("computed"));
                settled.add(row);
            }
        }
        return settled;
    }
}
