package jp.futari.compliance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.futari.access.RightChange;
import jp.futari.access.RightChanges;
import jp.futari.casework.spi.StepWork;
import jp.futari.shared.FieldProblem;
import jp.futari.shared.OfficerId;
import org.springframework.stereotype.Component;

/** 権限変更の申請: whose right is to change and how. Nobody asks for their own; what the register forbids is said here, not at the end. */
@Component
class RequestRightStep implements StepWork {

    private final RightChanges rights;

    RequestRightStep(RightChanges rights) {
        this.rights = rights;
    }

    @Override
    public String stepKey() {
        return "request-right";
    }

    @Override
    public Set<OfficerId> concerned(ObjectNode values) {
        return Set.of(new OfficerId(RightChange.of(values).officerNo()));
    }

    @Override
    public Composition compose(StepContext step, ObjectNode values) {
        List<FieldProblem> problems = rights.problems(RightChange.of(values), List.of(step.actor()));
        return problems.isEmpty() ? Composition.of(List.of(), Map.of()) : Composition.refused(problems);
    }
}
