package jp.futari.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import jp.futari.shared.ApprovedItem;
import jp.futari.shared.FieldProblem;

/** 端末の登録と取りやめ: judged when it is requested, judged again when it is applied. */
public interface TerminalChanges {

    List<FieldProblem> problems(JsonNode values);

    /** Enters the terminal and prepares its one-time link. */
    void enroll(ApprovedItem item);

    /** Removes the terminal; sessions on it end at once. */
    void remove(ApprovedItem item);
}
