package jp.futari.mynumber;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import jp.futari.mynumber.sealing.KeyRing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("保管庫の鍵ファイルを作る命令")
class CreateVaultKeyCommandTest {

    @TempDir
    Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    @DisplayName("使える鍵ファイルを、持ち主だけが読めるように作る。鍵は画面に出ない")
    void it_makes_a_file_the_vault_can_read() throws Exception {
        var file = folder.resolve("vault.keys");
        then(run("create-vault-key", file.toString())).isZero();
        then(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        then(KeyRing.read(file)).isNotNull();
        then(said()).contains(file.toString()).doesNotContainPattern("[A-Za-z0-9+/]{43}=");
    }

    @Test
    @DisplayName("あるファイルには書かない。鍵が変われば、しまった番号は二度と読めないため")
    void it_never_overwrites() throws Exception {
        var file = folder.resolve("vault.keys");
        run("create-vault-key", file.toString());
        var before = Files.readString(file);
        then(run("create-vault-key", file.toString())).isEqualTo(1);
        then(Files.readString(file)).isEqualTo(before);
        then(said()).contains("never overwritten");
    }

    @Test
    @DisplayName("ファイルの名がなければ、使い方を言う")
    void it_says_how_it_is_used() {
        then(run("create-vault-key")).isEqualTo(2);
        then(said()).contains("usage: create-vault-key FILE");
    }

    private int run(String... arguments) {
        return CreateVaultKeyCommand.run(new PrintStream(said, true, StandardCharsets.UTF_8), arguments);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
