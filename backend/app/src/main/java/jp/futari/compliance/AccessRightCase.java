package jp.futari.compliance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.futari.access.Sections;
import jp.futari.casework.spi.CaseKind;
import org.springframework.stereotype.Component;

/** 権限の付与と終了: a case of the whole office, opened by those who lead a section or keep the register (AUTH-13, AUTH-14). */
@Component
class AccessRightCase implements CaseKind {

    @Override
    public String key() {
        return "access-right";
    }

    @Override
    public String label() {
        return "権限の付与と終了";
    }

    @Override
    public String processId() {
        return "AccessRightProcess";
    }

    @Override
    public String numberLetter() {
        return "権";
    }

    @Override
    public String section() {
        return Sections.WHOLE_OFFICE;
    }

    @Override
    public Set<String> startedBy() {
        return Set.of("section-chief", "manager", "administrator");
    }

    @Override
    public List<Channel> channels() {
        return List.of();
    }

    @Override
    public Opening open(OpeningRequest request) {
        return new Opening("権限の付与と終了", null, null, Set.of(), null, null, Map.of());
    }
}
