package jp.futari.casework.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.futari.casework.spi.StepWork;
import jp.futari.shared.FieldProblem;
import org.springframework.stereotype.Component;

/** 移行の決裁: the frozen list itself is what both people approve; every chunk of it becomes an item. Who does not approve it withdraws the case. */
@Component
class ApproveRegisterLoad implements StepWork {

    private final FrozenLists lists;

    ApproveRegisterLoad(FrozenLists lists) {
        this.lists = lists;
    }

    @Override
    public String stepKey() {
        return "approve-register-load";
    }

    @Override
    public List<Fact> basis(StepContext step) {
        return List.of(new Fact("一覧", step.params().path("list").asText()), new Fact("一覧の SHA-256", step.params().path("sha256").asText()));
    }

    @Override
    public Composition compose(StepContext step, ObjectNode values) {
        var list = lists.read(step.params().path("list").asText(), step.params().path("sha256").asText());
        var problems = problems(values, list);
        return problems.isEmpty()
                ? Composition.of(list.chunks().stream().map(chunk -> new Item(Set.of("load-register"), "register-chunk", chunk)).toList(), Map.of())
                : Composition.refused(problems);
    }

    private static List<FieldProblem> problems(ObjectNode values, FrozenLists.FrozenList list) {
        var problems = new ArrayList<FieldProblem>();
        if (values.path("rowCount").asInt(-1) != list.rows()) {
            problems.add(FieldProblem.of("rowCount", "casework.load.row-count"));
        }
        if (!values.path("sampleRead").asText().equals("yes")) {
            problems.add(FieldProblem.of("sampleRead", "casework.load.sample"));
        }
        if (!values.path("ruling").asText().equals("approve")) {
            problems.add(FieldProblem.of("ruling", "casework.load.withdraw-instead"));
        }
        return problems;
    }
}
