package jp.futari.casework.spi;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.futari.access.SignedIn;

/** What a room shows on a tab of the case page: {@code people} or {@code documents}. Rows become JSON as they are. */
public interface CaseTab {

    String tab();

    List<Map<String, Object>> rows(UUID caseId, SignedIn reader);
}
