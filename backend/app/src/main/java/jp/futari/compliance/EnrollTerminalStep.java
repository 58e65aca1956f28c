package jp.futari.compliance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.futari.access.TerminalChanges;
import jp.futari.casework.spi.StepWork;
import jp.futari.shared.FieldProblem;
import org.springframework.stereotype.Component;

/** 端末の登録: the machine's label, its place, what it is for. */
@Component
class EnrollTerminalStep implements StepWork {

    private final TerminalChanges terminals;

    EnrollTerminalStep(TerminalChanges terminals) {
        this.terminals = terminals;
    }

    @Override
    public String stepKey() {
        return "enroll-terminal";
    }

    @Override
    public Composition compose(StepContext step, ObjectNode values) {
        List<FieldProblem> problems = terminals.problems(values);
        if (!problems.isEmpty()) {
            return Composition.refused(problems);
        }
        boolean removal = values.path("change").asText().equals("remove");
        Set<String> effect = Set.of(removal ? "remove-terminal" : "enroll-terminal");
        return Composition.of(List.of(new Item(effect, "terminal", values)), Map.of("change", removal ? "remove" : "enroll"));
    }
}
