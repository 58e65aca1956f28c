package jp.futari.compliance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.futari.access.RightChange;
import jp.futari.access.RightChanges;
import jp.futari.access.RoleNames;
import jp.futari.access.Staff;
import jp.futari.casework.spi.StepWork;
import jp.futari.shared.FieldProblem;
import jp.futari.shared.OfficerId;
import org.springframework.stereotype.Component;

/** 権限変更の承認: the ruling over the confirmed request; what it approves is the request, word for word. */
@Component
class ApproveRightStep implements StepWork {

    private static final String REQUEST = "request-right";
    /** Two who ask and two who rule. */
    private static final int FEWEST_TO_KEEP_APART = 4;

    private final RightChanges rights;
    private final Staff staff;

    ApproveRightStep(RightChanges rights, Staff staff) {
        this.rights = rights;
        this.staff = staff;
    }

    @Override
    public String stepKey() {
        return "approve-right";
    }

    @Override
    public Optional<String> tooFewToKeepApart(Opening opening) {
        int approvers = rights.approversBesides(opening.shutOut());
        return approvers < FEWEST_TO_KEEP_APART ? Optional.of("approvers:" + approvers) : Optional.empty();
    }

    @Override
    public List<Finding> findings(StepContext step, ObjectNode values) {
        return step.apartLifted().isEmpty() ? List.of()
                : List.of(new Finding("warn", "compliance.right.too-few-to-keep-apart", "承認できる職員が4人に満たなかったため、この案件では、申請した人も承認できます。このことは記録に残ります。", null));
    }

    @Override
    public List<Fact> basis(StepContext step) {
        List<Fact> facts = new ArrayList<>();
        step.approvedValues(REQUEST).ifPresent(values -> {
            RightChange change = RightChange.of(values);
            facts.add(new Fact("職員番号", change.officerNo()));
            facts.add(new Fact("氏名", change.name().orElseGet(() -> staff.nameOf(new OfficerId(change.officerNo())))));
            facts.add(new Fact("係", change.section().orElse("—")));
            facts.add(new Fact("職", change.post().orElse("—")));
            facts.add(new Fact("利用者ID", change.username().orElse("—")));
            facts.add(new Fact("付ける・なくす", change.isGrant() ? "付ける" : "なくす"));
            facts.add(new Fact("権限", RoleNames.label(change.role())));
            facts.add(new Fact("はじまりの日", change.startsOn().map(String::valueOf).orElse("—")));
            facts.add(new Fact("おわりの日", change.endsOn().map(String::valueOf).orElse("—")));
            facts.add(new Fact("理由", values.path("reason").asText()));
        });
        return facts;
    }

    @Override
    public Composition compose(StepContext step, ObjectNode values) {
        ObjectNode request = step.approvedValues(REQUEST).orElseThrow();
        RightChange change = RightChange.of(request);
        if (!values.path("ruling").asText().equals("approve")) {
            return Composition.of(List.of(), Map.of("ruling", "refuse", "change", change.change()));
        }
        List<FieldProblem> problems = rights.problems(change, List.of(step.actor())).stream()
                .map(problem -> new FieldProblem("ruling", problem.code(), problem.params())).toList();
        if (!problems.isEmpty()) {
            return Composition.refused(problems);
        }
        Set<String> effect = Set.of(change.isGrant() ? "grant-right" : "end-right");
        return new Composition(List.of(), List.of(new Item(effect, "access-right", request)), Map.of("ruling", "approve", "change", change.change()), Map.of(), findings(step, values),
                List.of(), Optional.empty());
    }
}
