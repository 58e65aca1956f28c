package jp.futari.mynumber.application;

import java.util.Arrays;
import jp.futari.mynumber.CandidateId;
import jp.futari.mynumber.NumberVault;
import jp.futari.mynumber.spi.CandidateGround;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Takes a typed number from the screen: casework says where it belongs, the vault seals it. */
@Service
public class KeepingCandidates {

    private final ObjectProvider<CandidateGround> ground;
    private final NumberVault vault;

    KeepingCandidates(ObjectProvider<CandidateGround> ground, NumberVault vault) {
        this.ground = ground;
        this.vault = vault;
    }

    public CandidateId keep(String taskId, String field, char[] typed) {
        try {
            var allowed = ground.getObject().of(taskId, field);
            return vault.candidate(typed, allowed.place(), allowed.session());
        } finally {
            Arrays.fill(typed, '\0');
        }
    }
}
