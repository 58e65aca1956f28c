package jp.futari.casework.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.futari.access.SignedIn;
import jp.futari.addressee.Addressees;
import jp.futari.addressee.Household;
import jp.futari.addressee.Reading;
import jp.futari.casework.spi.CaseTab;
import jp.futari.mynumber.NumberVault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** 人・世帯: the people a case is about, as the resident register has them today, with their household. */
@Component
class PeopleTab implements CaseTab {

    private final Addressees addressees;
    private final NumberVault vault;
    private final JdbcTemplate jdbc;

    PeopleTab(Addressees addressees, NumberVault vault, JdbcTemplate jdbc) {
        this.addressees = addressees;
        this.vault = vault;
        this.jdbc = jdbc;
    }

    @Override
    public String tab() {
        return "people";
    }

    @Override
    public List<Map<String, Object>> rows(UUID caseId, SignedIn reader) {
        List<Map<String, Object>> rows = new ArrayList<>();
        Map<String, Household.Member> members = new HashMap<>();
        for (String no : addresseesOf(caseId)) {
            Reading reading = Reading.forCase(caseId, "case:people");
            if (!members.containsKey(no)) {   // one read of the register for a whole household
                addressees.household(no, reading).ifPresent(household -> household.members().forEach(member -> members.putIfAbsent(member.person().addresseeNo(), member)));
            }
            Household.Member member = members.get(no);
            Optional.ofNullable(member).map(Household.Member::person).or(() -> addressees.find(no, reading)).ifPresent(person -> {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("addresseeNo", no);
                row.put("name", person.name());
                row.put("kana", person.kana());
                row.put("birthDate", person.birthDate());
                row.put("sex", person.sex());
                row.put("address", person.writtenAddress());
                row.put("addressMasked", person.addressMasked());
                row.put("relationship", member == null ? null : member.relationship());
                row.put("protectedPerson", person.protectedPerson());
                row.put("numberState", vault.isBound(no) ? "registered" : "none");
                rows.add(row);
            });
        }
        return rows;
    }

    private List<String> addresseesOf(UUID caseId) {
        return jdbc.query("SELECT addressees FROM case_file WHERE id = ?", (row, n) -> new ArrayList<>(TaskStates.strings(row.getArray(1))), caseId).get(0);
    }
}
