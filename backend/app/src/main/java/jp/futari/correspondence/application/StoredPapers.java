package jp.futari.correspondence.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.futari.access.SignedIn;
import jp.futari.casework.CaseDoor;
import jp.futari.casework.spi.CaseTab;
import org.springframework.stereotype.Component;

/** 原本のありか (STORE-01, MEDIA-01): where the papers of a case lie, as two people confirmed it. */
@Component
class StoredPapers implements CaseTab {

    private final CaseDoor cases;

    StoredPapers(CaseDoor cases) {
        this.cases = cases;
    }

    @Override
    public String tab() {
        return "documents";
    }

    @Override
    public List<Map<String, Object>> rows(UUID caseId, SignedIn reader) {
        return cases.approvedValues(caseId, "store-papers").map(stored -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("kind", "stored");
            row.put("title", "紙の原本");
            row.put("state", "保管している");
            row.put("place", stored.path("place").asText() + "　" + stored.path("box").asText());
            row.put("facts", List.of(stored.path("sheets").asText() + "枚", "yes".equals(stored.path("containsNumber").asText()) ? "個人番号の記載あり" : "個人番号の記載なし"));
            return List.of(row);
        }).orElse(List.of());
    }
}
