package jp.futari.eligibility.application;

import java.time.LocalDate;
import jp.futari.mynumber.CandidateId;
import jp.futari.mynumber.NumberVault;
import jp.futari.shared.ApprovedItem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 個人番号のひも付け: hands an approved candidate to the vault. This room knows the random id only. */
@Service
public class BindingNumbers {

    private final NumberVault vault;

    BindingNumbers(NumberVault vault) {
        this.vault = vault;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void bind(ApprovedItem item) {
        var content = EligibilityJson.read(item.content(), Content.class);
        vault.bind(item, CandidateId.of(content.candidate()), content.addresseeNo(), content.since(), content.endsFormer());
    }

    /** @param candidate the sealed candidate's random id; @param endsFormer a different number was bound before and ends (個人番号変更) */
    record Content(String candidate, String addresseeNo, LocalDate since, boolean endsFormer) {
    }
}
