package jp.futari.mynumber.application;

import jp.futari.mynumber.model.NumberRealm;
import jp.futari.mynumber.sealing.VaultKeys;
import jp.futari.shared.RefusedStart;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** 鍵があるか: asked before anything is served, so that nobody finds out with a resident's number half typed. A demo makes its own file. */
@Component
class KeysAtStart implements InitializingBean {

    private final VaultKeys keys;
    private final NumberRealm realm;

    KeysAtStart(VaultKeys keys, NumberRealm realm) {
        this.keys = keys;
        this.realm = realm;
    }

    @Override
    public void afterPropertiesSet() {
        if (realm == NumberRealm.DEMO) {
            return;
        }
        try {
            keys.check();
        } catch (IllegalStateException unusable) {
            throw new RefusedStart("番号の保管庫の鍵ファイルが使えません（" + unusable.getMessage() + "）。FUTARI_VAULT_KEYFILE に、持ち主だけが読める鍵ファイルを書いてください。");
        }
    }
}
