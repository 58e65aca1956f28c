package jp.futari.correspondence.process;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.futari.casework.spi.StepWork;
import jp.futari.correspondence.Papers;
import jp.futari.shared.FieldProblem;
import org.springframework.stereotype.Component;

/** 書類の保管 (MANUAL-03, STORE-01): place, box and number of sheets; the second person counts again without the first count. */
@Component
class StorePapersStep implements StepWork {

    private static final String HAND_MASKS = "handMasks";

    private final Papers papers;

    StorePapersStep(Papers papers) {
        this.papers = papers;
    }

    @Override
    public String stepKey() {
        return "store-papers";
    }

    /** Nothing is asked where nothing was hidden by hand. */
    @Override
    public ObjectNode prefill(StepContext step) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        return papers.handMasked(step.caseId()).isEmpty() ? values.put(HAND_MASKS, "none") : values;
    }

    /** What both persons look for on the pages beside: where something was hidden by hand, and where nothing was. */
    @Override
    public List<Fact> basis(StepContext step) {
        return papers.handMasked(step.caseId()).stream().map(paper -> new Fact("手で隠した書類", paper.title() + "：" + places(paper.hidden()))).toList();
    }

    private static String places(List<Integer> hidden) {
        return IntStream.range(0, hidden.size()).mapToObj(page -> (page + 1) + "ページ " + (hidden.get(page) == 0 ? "番号なし" : hidden.get(page) + "か所")).collect(Collectors.joining("、"));
    }

    @Override
    public List<Finding> findings(StepContext step, ObjectNode values) {
        boolean saysNoNumber = "no".equals(values.path("containsNumber").asText());
        return saysNoNumber && papers.hasHiddenNumbers(step.caseId())
                ? List.of(new Finding("warn", "correspondence.papers.number-on-them", "この案件の書類には、個人番号の欄がある紙があります。紙を見て確かめてください。", null))
                : List.of();
    }

    @Override
    public Composition compose(StepContext step, ObjectNode values) {
        List<FieldProblem> problems = new ArrayList<>();
        if (values.path("sheets").asInt(0) < 1) {
            problems.add(FieldProblem.of("sheets", "correspondence.sheets.at-least-one"));
        }
        String looked = values.path(HAND_MASKS).asText();
        boolean isByHand = !papers.handMasked(step.caseId()).isEmpty();
        if (isByHand && !"seen".equals(looked)) {
            problems.add(FieldProblem.of(HAND_MASKS, "correspondence.masks.not-looked-at"));
        }
        if (!problems.isEmpty()) {
            return Composition.refused(problems);
        }
        Map<String, String> settled = isByHand ? Map.of() : Map.of(HAND_MASKS, "手で隠した書類がないため");
        return new Composition(List.of(), List.of(), Map.of(), settled, List.of(), List.of(), Optional.empty());
    }
}
