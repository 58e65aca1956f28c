package jp.futari.correspondence.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import jp.futari.casework.spi.StepWork;
import jp.futari.correspondence.Papers;
import jp.futari.shared.FieldProblem;
import org.springframework.stereotype.Component;

/** 書類の保管 (MANUAL-03, STORE-01): place, box and number of sheets; the second person counts again without the first count. */
@Component
class StorePapersStep implements StepWork {

    private final Papers papers;

    StorePapersStep(Papers papers) {
        this.papers = papers;
    }

    @Override
    public String stepKey() {
        return "store-papers";
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
        return problems.isEmpty() ? Composition.plain() : Composition.refused(problems);
    }
}
