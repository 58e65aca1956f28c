package jp.futari.casework.load;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.futari.casework.spi.CaseKind;
import org.springframework.stereotype.Component;

/** 台帳の初期移行: opened with the name and the digest of a frozen list ({@code params: {list, sha256}}). */
@Component
class RegisterLoadCase implements CaseKind {

    static final String KEY = "register-load";
    private final FrozenLists lists;

    RegisterLoadCase(FrozenLists lists) {
        this.lists = lists;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String label() {
        return "台帳の初期移行";
    }

    @Override
    public String processId() {
        return "RegisterLoadProcess";
    }

    @Override
    public String numberLetter() {
        return "移";
    }

    @Override
    public String section() {
        return "eligibility";
    }

    @Override
    public Set<String> startedBy() {
        return Set.of("section-chief");
    }

    @Override
    public List<Channel> channels() {
        return List.of();
    }

    @Override
    public Opening open(OpeningRequest request) {
        lists.read(request.params().path("list").asText(), request.params().path("sha256").asText());
        return new Opening("台帳の初期移行", null, null, Set.of(), null, null, Map.of());
    }
}
