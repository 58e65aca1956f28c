package jp.futari.mynumber.application;

import static org.assertj.core.api.BDDAssertions.thenCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import jp.futari.mynumber.model.NumberRealm;
import jp.futari.mynumber.sealing.KeyRing;
import jp.futari.mynumber.sealing.VaultKeys;
import jp.futari.shared.RefusedStart;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("保管庫の鍵ファイルが使えなければ、本番は起動しない")
class KeysAtStartTest {

    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void aKeyFile() {
        file = folder.resolve("vault.keys");
        KeyRing.create(file);
    }

    @Test
    @DisplayName("鍵ファイルがあり、持ち主だけが読めれば起動する")
    void it_starts_with_its_keys() {
        started(NumberRealm.PRODUCTION, file.toString()).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("名がない、ファイルがない、ほかの人も読める、こわれている: どれも1つの文で断る")
    void it_does_not_start_without_them() throws Exception {
        refused("");
        refused(folder.resolve("elsewhere").toString());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        refused(file.toString());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "{\"seal\":{\"active\":\"seal-1\"}}");
        refused(file.toString());
    }

    @Test
    @DisplayName("体験版は自分で作るため、ここでは断らない")
    void a_demo_is_not_asked() {
        started(NumberRealm.DEMO, "").doesNotThrowAnyException();
    }

    private static void refused(String file) {
        started(NumberRealm.PRODUCTION, file).isInstanceOf(RefusedStart.class).hasMessageContaining("FUTARI_VAULT_KEYFILE").hasMessageEndingWith("。");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> started(NumberRealm realm, String file) {
        return thenCode(() -> new KeysAtStart(new VaultKeys(file), realm).afterPropertiesSet());
    }
}
