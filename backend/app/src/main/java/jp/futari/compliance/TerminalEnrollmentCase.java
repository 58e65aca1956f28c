package jp.futari.compliance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.futari.access.Sections;
import jp.futari.casework.spi.CaseKind;
import org.springframework.stereotype.Component;

/** 端末の登録と取りやめ (AUTH-05). */
@Component
class TerminalEnrollmentCase implements CaseKind {

    @Override
    public String key() {
        return "terminal-enrollment";
    }

    @Override
    public String label() {
        return "端末の登録";
    }

    @Override
    public String processId() {
        return "TerminalEnrollmentProcess";
    }

    @Override
    public String numberLetter() {
        return "端";
    }

    @Override
    public String section() {
        return Sections.WHOLE_OFFICE;
    }

    @Override
    public Set<String> startedBy() {
        return Set.of("administrator");
    }

    @Override
    public List<Channel> channels() {
        return List.of();
    }

    @Override
    public Opening open(OpeningRequest request) {
        return new Opening("端末の登録", null, null, Set.of(), null, null, Map.of());
    }
}
