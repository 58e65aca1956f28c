package jp.futari.addressee;

import com.fasterxml.jackson.databind.JsonNode;
import jp.futari.shared.ApprovedItem;

/**
 * 台帳への移行: the effect {@code load-register}. One item is one chunk of at most {@value #MOST_ROWS} rows of a frozen list, with its own hash:
 * {@code {"chunk":n, "persons":[…]}} or {@code {"chunk":n, "households":[{householdNo, since, members:[…]}]}}.
 */
public interface LoadingRegister {

    int MOST_ROWS = 500;

    /** Refuses a chunk that is no chunk, before two people are asked about it. @return rows in it */
    int rowsOf(JsonNode chunk);

    void load(ApprovedItem item);
}
