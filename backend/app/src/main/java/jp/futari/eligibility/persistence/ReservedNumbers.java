package jp.futari.eligibility.persistence;

import java.util.Optional;
import java.util.UUID;
import jp.futari.eligibility.InsuredNumber;
import jp.futari.eligibility.model.BranchNumber;
import jp.futari.eligibility.model.BranchNumbersUsedUp;
import jp.futari.eligibility.model.InsuredNumbers;
import jp.futari.shared.office.Office;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 採番: one household at a time; a number once reserved stays with its household and person whatever is decided. */
@Component
class ReservedNumbers implements InsuredNumbers {

    private final JdbcClient jdbc;
    private final Office office;

    ReservedNumbers(JdbcClient jdbc, Office office) {
        this.jdbc = jdbc;
        this.office = office;
    }

    @Override
    public InsuredNumber reserve(String householdNo, String addresseeNo, UUID caseId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('insured-number'), hashtext(?))").param(householdNo).query((row, n) -> 0).single();
        var household = householdNumber(householdNo).orElseGet(() -> nextHouseholdNumber(householdNo, caseId));
        int branch = branch(householdNo, addresseeNo).orElseGet(() -> nextBranch(householdNo, addresseeNo, caseId));
        return new InsuredNumber(household.symbol(), household.number(), branch);
    }

    private Optional<HouseholdNumber> householdNumber(String householdNo) {
        var registered = jdbc.sql("SELECT symbol, number FROM insured_household WHERE household_no = ?").param(householdNo).query(HouseholdNumber.class).optional();
        var reserved = jdbc.sql("SELECT symbol, number FROM reserved_household_number WHERE household_no = ?").param(householdNo).query(HouseholdNumber.class).optional();
        return registered.or(() -> reserved);
    }

    private HouseholdNumber nextHouseholdNumber(String householdNo, UUID caseId) {
        String symbol = office.insuredNumbering().symbol();
        while (true) {
            long running = jdbc.sql("SELECT nextval('insured_household_running')").query(Long.class).single();
            String number = office.insuredNumbering().number(running);
            int reserved = jdbc.sql("""
                    INSERT INTO reserved_household_number (household_no, symbol, number, case_id)
                    SELECT :household, :symbol, :number, :caseId WHERE NOT EXISTS (SELECT FROM insured_household WHERE symbol = :symbol AND number = :number)
                    ON CONFLICT (symbol, number) DO NOTHING""")
                    .param("household", householdNo).param("symbol", symbol).param("number", number).param("caseId", caseId).update();
            if (reserved == 1) {
                return new HouseholdNumber(symbol, number);
            }
        }
    }

    private Optional<Integer> branch(String householdNo, String addresseeNo) {
        return jdbc.sql("""
                SELECT b.branch FROM branch_number b JOIN insured_household h ON h.id = b.household_id WHERE h.household_no = :household AND b.addressee_no = :person
                UNION ALL
                SELECT branch FROM reserved_branch_number WHERE household_no = :household AND addressee_no = :person LIMIT 1""")
                .param("household", householdNo).param("person", addresseeNo).query(Integer.class).optional();
    }

    private int nextBranch(String householdNo, String addresseeNo, UUID caseId) {
        int next = 1 + jdbc.sql("""
                SELECT greatest((SELECT max(b.branch) FROM branch_number b JOIN insured_household h ON h.id = b.household_id WHERE h.household_no = :household),
                                (SELECT max(branch) FROM reserved_branch_number WHERE household_no = :household), 0)""")
                .param("household", householdNo).query(Integer.class).single();
        if (next > BranchNumber.LAST) {
            throw new BranchNumbersUsedUp();
        }
        jdbc.sql("""
                INSERT INTO reserved_household_number (household_no, symbol, number, case_id)
                SELECT household_no, symbol, number, :caseId FROM insured_household WHERE household_no = :household ON CONFLICT DO NOTHING""")
                .param("household", householdNo).param("caseId", caseId).update();
        jdbc.sql("INSERT INTO reserved_branch_number (household_no, addressee_no, branch, case_id) VALUES (?, ?, ?, ?)")
                .params(householdNo, addresseeNo, next, caseId).update();
        return next;
    }

    private record HouseholdNumber(String symbol, String number) {
    }
}
