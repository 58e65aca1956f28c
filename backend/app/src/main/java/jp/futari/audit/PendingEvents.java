package jp.futari.audit;

import java.util.List;
import java.util.Map;

/** Events of the running transaction that are not yet written; casework takes them along in its one statement at the end of an act. */
public interface PendingEvents {

    /** Hands the events over; whoever takes them writes them in this transaction. */
    List<Map<String, Object>> take();
}
