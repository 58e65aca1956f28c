package jp.futari.casework.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.futari.addressee.Addressees;
import jp.futari.mynumber.NumberVault;
import org.springframework.stereotype.Component;

/** What the ground rooms know about the people of a case and a head may say: whether a number is registered, whether someone is protected. */
@Component
class CaseFacts {

    private final NumberVault vault;
    private final Addressees addressees;

    CaseFacts(NumberVault vault, Addressees addressees) {
        this.vault = vault;
        this.addressees = addressees;
    }

    Map<String, Object> of(UUID caseId, List<String> people) {
        Map<String, Object> facts = new LinkedHashMap<>();
        int reveals = vault.reveals(caseId).size();
        boolean registered = !people.isEmpty() && people.stream().allMatch(vault::isBound);
        facts.put("numberState", reveals > 0 ? "revealed" : registered ? "registered" : "none");
        facts.put("reveals", reveals);
        facts.put("protectedPerson", addressees.anyProtected(people));
        return facts;
    }
}
