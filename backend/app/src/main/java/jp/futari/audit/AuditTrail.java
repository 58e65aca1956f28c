package jp.futari.audit;

/** 監査証跡: the door to the record. If the record cannot be written, the act does not happen. */
public interface AuditTrail {

    /** Written with the act: in one statement at the end of the running transaction. Without a transaction it is written at once. */
    void record(AuditEvent event);

    /** Written in a transaction of its own, because the refused one rolls back. */
    void recordApart(AuditEvent event);
}
