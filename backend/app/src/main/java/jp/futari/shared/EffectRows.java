package jp.futari.shared;

import java.util.UUID;

/** Tells the effect which register rows it writes; the database refuses rows that no effect of the transaction lists. */
public interface EffectRows {

    /** @param table the register's table name as in {@code registers.csv}; @param rowId the row's id */
    void wrote(UUID effectId, String table, UUID rowId);
}
