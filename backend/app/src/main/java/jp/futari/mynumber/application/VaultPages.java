package jp.futari.mynumber.application;

import java.util.UUID;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.mynumber.SealedPages;
import jp.futari.mynumber.persistence.VaultFunctions;
import jp.futari.mynumber.sealing.VaultKeys;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Seals and opens unmasked pages. */
@Service
@Transactional
class VaultPages implements SealedPages {

    private static final String PAGE = "page";

    private final VaultKeys keys;
    private final VaultFunctions vault;
    private final AuditTrail trail;

    VaultPages(VaultKeys keys, VaultFunctions vault, AuditTrail trail) {
        this.keys = keys;
        this.vault = vault;
        this.trail = trail;
    }

    @Override
    public void seal(UUID documentId, int pageNo, byte[] image) {
        vault.putPage(documentId, pageNo, keys.sealer().seal(image, id(documentId, pageNo), PAGE));
    }

    @Override
    public byte[] open(UUID documentId, int pageNo, String purpose, UUID session) {
        vault.actsIn(session);
        var sealed = vault.takePage(documentId, pageNo, purpose);
        trail.record(AuditEvent.read("mynumber.page").purpose(purpose).with("document", documentId.toString()).with("page", pageNo).build());
        return keys.sealer().open(sealed, id(documentId, pageNo), PAGE);
    }

    private static String id(UUID documentId, int pageNo) {
        return documentId + "/" + pageNo;
    }
}
