package jp.futari.correspondence.application;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.futari.shared.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("書類の置き場")
class FileStoreTest {

    @TempDir
    private Path root;

    @Test
    @DisplayName("一束は、すべて残るか、何も残らないか")
    void a_bundle_is_kept_whole_or_not_at_all() throws IOException {
        var store = new FileStore(root);
        // when
        try (var bundle = store.bundle()) {
            bundle.add(bytes("一枚め"));
            bundle.add(bytes("二枚め"));
        }
        // then
        then(files()).isEmpty();
        // when
        String hash;
        try (var bundle = store.bundle()) {
            bundle.add(bytes("一枚め"));
            hash = bundle.add(bytes("二枚め"));
            bundle.add(bytes("二枚め"));
            bundle.keep();
        }
        // then
        then(files()).hasSize(2);
        then(store.get(hash)).isEqualTo(bytes("二枚め"));
    }

    @Test
    @DisplayName("書けない置き場は 507 と符号で断り、何も残さない")
    void a_store_that_cannot_be_written_refuses() throws IOException {
        // given: where the folder of temporary files should be, a file stands in the way
        Files.writeString(root.resolve("tmp"), "in the way");
        // then
        thenThrownBy(() -> new FileStore(root).put(bytes("届"))).isInstanceOfSatisfying(Refused.class, refused -> {
            then(refused.status()).isEqualTo(507);
            then(refused.code()).isEqualTo("correspondence.store.unwritable");
        });
        then(files()).hasSize(1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
