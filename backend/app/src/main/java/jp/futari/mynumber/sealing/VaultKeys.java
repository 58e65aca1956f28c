package jp.futari.mynumber.sealing;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** 鍵の置き場所: reads the key file once, when the start asks (production) or when it is first needed. */
@Component
public class VaultKeys {

    private final String file;
    private volatile Sealer sealer;

    public VaultKeys(@Value("${futari.vault.keyfile:}") String file) {
        this.file = file;
    }

    /** @throws IllegalStateException with one clear sentence when the keys cannot be used */
    public void check() {
        sealer();
    }

    public Sealer sealer() {
        if (sealer == null) {
            sealer = new Sealer(read());
        }
        return sealer;
    }

    private KeyRing read() {
        if (file.isBlank()) {
            throw new IllegalStateException("the vault's key file is missing; name it in FUTARI_VAULT_KEYFILE");
        }
        return KeyRing.read(Path.of(file));
    }
}
