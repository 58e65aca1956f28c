package jp.futari.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.futari.casework.spi.CaseKind;
import jp.futari.casework.spi.StepWork;

/** 測る案件: one step whose form has one field to type again, and one effect: the five requests of the issue (section 8). */
final class AmountCase implements CaseKind {

    static final String KEY = "amount";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String label() {
        return "測る金額";
    }

    @Override
    public String processId() {
        return "AmountProcess";
    }

    @Override
    public String numberLetter() {
        return "測";
    }

    @Override
    public String section() {
        return "eligibility";
    }

    @Override
    public Set<String> startedBy() {
        return Set.of("counter-clerk", "eligibility-clerk");
    }

    @Override
    public List<Channel> channels() {
        return List.of();
    }

    @Override
    public Opening open(OpeningRequest request) {
        return new Opening("測る金額", null, null, Set.of(), null, null, Map.of());
    }

    /** The step's one item: the amount as it was checked. */
    static final class Step implements StepWork {

        @Override
        public String stepKey() {
            return "amount-step";
        }

        @Override
        public Composition compose(StepContext step, ObjectNode values) {
            return Composition.of(List.of(new Item(Set.of("record-proof"), "proof", values)), Map.of());
        }
    }
}
