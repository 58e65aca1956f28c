package jp.futari.casework.proof;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.futari.casework.spi.CaseKind;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** 二人確認の試し: a case of one step, about nobody. Off unless asked for: it belongs to tests and benchmarks. */
@Component
@ConditionalOnProperty("futari.proof-case")
class ProofCase implements CaseKind {

    @Override
    public String key() {
        return "proof";
    }

    @Override
    public String label() {
        return "二人確認の試し";
    }

    @Override
    public String processId() {
        return "ProofProcess";
    }

    @Override
    public String numberLetter() {
        return "試";
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
        return new Opening("試し", null, null, Set.of(), null, null, Map.of());
    }
}
