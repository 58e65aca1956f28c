package jp.futari.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Vectors of the Certificate Transparency project (RFC 6962 reference implementation). */
class MerkleTreeTest {

    private static final List<String> LEAVES = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    @DisplayName("空の木の根は、何もないことのハッシュ")
    void the_empty_tree_has_the_hash_of_nothing() {
        assertThat(HexFormat.of().formatHex(MerkleTree.empty().root())).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    @DisplayName("公開された試験値と同じ根になる")
    void roots_agree_with_the_published_vectors() {
        var tree = MerkleTree.empty();
        for (int i = 0; i < LEAVES.size(); i++) {
            tree.append(MerkleTree.leafHash(HexFormat.of().parseHex(LEAVES.get(i))));
            assertThat(HexFormat.of().formatHex(tree.root())).as("size %d", i + 1).isEqualTo(ROOTS.get(i));
        }
    }

    @Test
    @DisplayName("途中で保存して続けても、同じ根になる")
    void a_tree_taken_up_again_has_the_same_root() {
        var whole = MerkleTree.empty();
        var resumed = MerkleTree.empty();
        for (int i = 0; i < 100; i++) {
            byte[] leaf = MerkleTree.leafHash(("event " + i).getBytes(StandardCharsets.UTF_8));
            whole.append(leaf);
            resumed = MerkleTree.of(resumed.size(), resumed.frontier());
            resumed.append(leaf);
            assertThat(resumed.root()).isEqualTo(whole.root());
        }
    }
}
