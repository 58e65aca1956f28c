package jp.futari.access.model;

import java.util.List;
import java.util.Optional;

/** 職員名簿・利用者ID・権限・端末: the rows as the use cases ask for them. */
public interface StaffRegister {

    Optional<StaffMember> member(String officerNo);

    Optional<Account> account(String username);

    List<Account> accountsOf(String officerNo);

    List<AccessGrant> grantsOf(String officerNo);

    Optional<Terminal> terminal(String terminalNo);

    void add(jp.futari.shared.RegisterRow row);

    /** Writes what was changed so far, so that a question in SQL sees it. */
    void flush();
}
