package jp.futari.demo.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.futari.demo.Secrets;
import jp.futari.demo.postgres.EmbeddedDatabase;

/** 環境変数: all the application is told, the same in the demo, in the tests and in production. */
public final class ApplicationEnvironment {

    private ApplicationEnvironment() {
    }

    public static Map<String, String> of(Path home, Secrets secrets, EmbeddedDatabase database, int port, String publicUrl, String issuer) throws IOException {
        var store = Files.createDirectories(home.resolve("store"));
        var environment = new LinkedHashMap<String, String>();
        environment.put("FUTARI_DB_URL", database.futariUrl());
        environment.put("FUTARI_DB_USER", "futari_app");
        environment.put("FUTARI_DB_PASSWORD", database.password("futari_app"));
        environment.put("FUTARI_OIDC_ISSUER", issuer);
        environment.put("FUTARI_OIDC_CLIENT_ID", "futari");
        environment.put("FUTARI_OIDC_CLIENT_SECRET", secrets.of("oidc-client"));
        environment.put("FUTARI_VAULT_KEYFILE", VaultKeyFile.in(home).toAbsolutePath().toString());
        environment.put("FUTARI_PUBLIC_URL", publicUrl);
        environment.put("FUTARI_STORE_DIR", store.toAbsolutePath().toString());
        environment.put("FUTARI_DEMO", "true");
        environment.put("FUTARI_PORT", String.valueOf(port));
        return environment;
    }

    /** What {@code futari migrate} is told besides. */
    public static Map<String, String> owner(EmbeddedDatabase database) throws IOException {
        return Map.of("FUTARI_DB_OWNER_USER", "futari_owner", "FUTARI_DB_OWNER_PASSWORD", database.password("futari_owner"));
    }
}
