package jp.futari.mynumber.application;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.futari.mynumber.SealedReferences;
import jp.futari.mynumber.persistence.VaultFunctions;
import jp.futari.mynumber.sealing.VaultKeys;
import jp.futari.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Seals and opens short texts by reference. */
@Service
@Transactional
class VaultReferences implements SealedReferences {

    private final VaultKeys keys;
    private final VaultFunctions vault;

    VaultReferences(VaultKeys keys, VaultFunctions vault) {
        this.keys = keys;
        this.vault = vault;
    }

    @Override
    public UUID seal(String purpose, String text) {
        var id = UUID.randomUUID();
        vault.putText(id, purpose, keys.sealer().seal(text.getBytes(StandardCharsets.UTF_8), id.toString(), purpose));
        return id;
    }

    @Override
    public String open(String purpose, UUID reference) {
        var sealed = vault.takeText(reference, purpose).orElseThrow(() -> Refused.notFound("mynumber.reference.unknown"));
        return new String(keys.sealer().open(sealed, reference.toString(), purpose), StandardCharsets.UTF_8);
    }
}
