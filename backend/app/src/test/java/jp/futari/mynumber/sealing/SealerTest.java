package jp.futari.mynumber.sealing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealerTest {

    private static final byte[] PLAIN = "000000000000".getBytes();

    @TempDir
    Path folder;

    @Test
    @DisplayName("封じたものは、同じ番号と目的でだけ開く")
    void what_was_sealed_opens_for_its_id_and_purpose_alone() {
        var sealer = new Sealer(KeyRing.read(newRing()));
        var sealed = sealer.seal(PLAIN, "id-1", "number");
        then(sealer.open(sealed, "id-1", "number")).isEqualTo(PLAIN);
        assertThatThrownBy(() -> sealer.open(sealed, "id-2", "number")).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> sealer.open(sealed, "id-1", "page")).isInstanceOf(SealBroken.class);
        then(sealer.seal(PLAIN, "id-1", "number").bytes()).isNotEqualTo(sealed.bytes());
    }

    @Test
    @DisplayName("1ビットでも変えたものは開かない")
    void any_flipped_bit_breaks_the_seal() {
        var sealer = new Sealer(KeyRing.read(newRing()));
        var sealed = sealer.seal(PLAIN, "id-1", "number");
        for (var at = 0; at < sealed.bytes().length * 8; at++) {
            var changed = sealed.bytes().clone();
            changed[at / 8] ^= (byte) (1 << at % 8);
            assertThatThrownBy(() -> sealer.open(new Sealed(sealed.keyId(), changed), "id-1", "number")).isInstanceOf(SealBroken.class);
        }
        assertThatThrownBy(() -> sealer.open(new Sealed(sealed.keyId(), new byte[12]), "id-1", "number")).isInstanceOf(SealBroken.class);
    }

    @Test
    @DisplayName("鍵を替えても、前の鍵で封じたものが開く")
    void after_a_new_key_the_old_seals_still_open() {
        var ring = newRing();
        var before = new Sealer(KeyRing.read(ring)).seal(PLAIN, "id-1", "number");
        KeyRing.addSealingKey(ring);
        var sealer = new Sealer(KeyRing.read(ring));
        then(sealer.open(before, "id-1", "number")).isEqualTo(PLAIN);
        then(sealer.seal(PLAIN, "id-1", "number").keyId()).isNotEqualTo(before.keyId());
    }

    @Test
    @DisplayName("ほかの人が読める鍵束は使わず、あるものを書きつぶさない")
    void a_key_file_open_to_others_is_refused() throws Exception {
        var ring = newRing();
        then(PosixFilePermissions.toString(Files.getPosixFilePermissions(ring))).isEqualTo("rw-------");
        assertThatThrownBy(() -> KeyRing.create(ring)).hasMessageContaining("never overwritten");
        Files.setPosixFilePermissions(ring, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> KeyRing.read(ring)).hasMessageContaining("may be read by others");
        assertThatThrownBy(() -> KeyRing.read(folder.resolve("none.json"))).hasMessageContaining("missing");
    }

    @Test
    @DisplayName("鍵束の中身は文字にならない")
    void keys_have_no_text_form() throws Exception {
        var ring = newRing();
        var text = Files.readString(ring);
        var sealer = new Sealer(KeyRing.read(ring));
        then(sealer.hash(PLAIN).toString() + sealer.seal(PLAIN, "id", "number") + KeyRing.read(ring)).hasSizeLessThan(200).doesNotContain(text.substring(text.length() - 60, text.length() - 20));
    }

    @Property(tries = 50)
    void different_numbers_have_different_hashes(@ForAll @IntRange(min = 0, max = 999_999) int a, @ForAll @IntRange(min = 0, max = 999_999) int b) {
        var sealer = HASHER;
        then(java.util.Arrays.equals(sealer.hash(digits(a)).bytes(), sealer.hash(digits(b)).bytes())).isEqualTo(a == b);
    }

    private static final Sealer HASHER = newHasher();

    private static Sealer newHasher() {
        try {
            var ring = Files.createTempDirectory("vault").resolve("keys.json");
            KeyRing.create(ring);
            return new Sealer(KeyRing.read(ring));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] digits(int n) {
        return "%012d".formatted(n).getBytes();
    }

    private Path newRing() {
        var ring = folder.resolve("keys-" + System.nanoTime() + ".json");
        KeyRing.create(ring);
        return ring;
    }
}
