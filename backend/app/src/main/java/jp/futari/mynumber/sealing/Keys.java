package jp.futari.mynumber.sealing;

import java.util.Map;
import javax.crypto.SecretKey;

/** Keys of one use, by id: the active one seals, the others still open. */
record Keys(String active, Map<String, SecretKey> byId) {

    Keys {
        byId = Map.copyOf(byId);
        if (!byId.containsKey(active)) {
            throw new IllegalStateException("the vault's key file names an active key that it does not hold");
        }
    }

    SecretKey activeKey() {
        return byId.get(active);
    }

    SecretKey named(String id) {
        var key = byId.get(id);
        if (key == null) {
            throw new IllegalStateException("the vault's key file lacks the key " + id);
        }
        return key;
    }

    @Override
    public String toString() {
        return "Keys" + byId.keySet();
    }
}
