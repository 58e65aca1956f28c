package jp.futari.demo.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import jp.futari.demo.PrivateFile;

/** 保管庫の鍵ファイル: one sealing key and one hashing key, drawn for this data folder, in the form the vault reads. */
final class VaultKeyFile {

    private static final int KEY_BYTES = 32;

    private VaultKeyFile() {
    }

    static Path in(Path home) throws IOException {
        var file = home.resolve("vault-keys.json");
        if (!Files.exists(file)) {
            var json = new ObjectMapper();
            var ring = json.createObjectNode();
            for (var use : List.of("seal", "hash")) {
                ring.putObject(use).put("active", use + "-1").putObject("keys").put(use + "-1", key());
            }
            PrivateFile.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(ring));
        }
        return file;
    }

    private static String key() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
