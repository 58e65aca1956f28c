package jp.futari.casework.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.futari.casework.spi.StepWork;
import org.springframework.stereotype.Component;

/** 試しの工程: one item, the two values as they were checked. */
@Component
class ProofStep implements StepWork {

    @Override
    public String stepKey() {
        return "proof-step";
    }

    @Override
    public Composition compose(StepContext step, ObjectNode values) {
        return Composition.of(List.of(new Item(Set.of("record-proof"), "proof", values)), Map.of());
    }
}
