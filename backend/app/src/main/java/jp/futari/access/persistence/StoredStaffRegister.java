package jp.futari.access.persistence;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import jp.futari.access.model.AccessGrant;
import jp.futari.access.model.Account;
import jp.futari.access.model.StaffMember;
import jp.futari.access.model.StaffRegister;
import jp.futari.access.model.Terminal;
import jp.futari.shared.RegisterRow;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.Component;

/** Spring Data fulfils the register without the model knowing. */
@Component
class StoredStaffRegister implements StaffRegister {

    private final Members members;
    private final Accounts accounts;
    private final Grants grants;
    private final Terminals terminals;
    private final EntityManager entities;

    StoredStaffRegister(Members members, Accounts accounts, Grants grants, Terminals terminals, EntityManager entities) {
        this.members = members;
        this.accounts = accounts;
        this.grants = grants;
        this.terminals = terminals;
        this.entities = entities;
    }

    @Override
    public Optional<StaffMember> member(String officerNo) {
        return members.findByOfficerNo(officerNo);
    }

    @Override
    public Optional<Account> account(String username) {
        return accounts.findByUsername(username);
    }

    @Override
    public List<Account> accountsOf(String officerNo) {
        return accounts.findByOfficerNo(officerNo);
    }

    @Override
    public List<AccessGrant> grantsOf(String officerNo) {
        return grants.findByOfficerNo(officerNo);
    }

    @Override
    public Optional<Terminal> terminal(String terminalNo) {
        return terminals.findByTerminalNo(terminalNo);
    }

    @Override
    public void add(RegisterRow row) {
        entities.persist(row);
    }

    @Override
    public void flush() {
        entities.flush();
    }
}

interface Members extends JpaRepository<StaffMember, java.util.UUID> {
    Optional<StaffMember> findByOfficerNo(String officerNo);
}

interface Accounts extends JpaRepository<Account, java.util.UUID> {
    Optional<Account> findByUsername(String username);

    List<Account> findByOfficerNo(String officerNo);
}

interface Grants extends JpaRepository<AccessGrant, java.util.UUID> {
    List<AccessGrant> findByOfficerNo(String officerNo);
}

interface Terminals extends JpaRepository<Terminal, java.util.UUID> {
    Optional<Terminal> findByTerminalNo(String terminalNo);
}
