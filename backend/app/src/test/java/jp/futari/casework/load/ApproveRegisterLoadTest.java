package jp.futari.casework.load;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import jp.futari.addressee.LoadingRegister;
import jp.futari.casework.spi.StepWork;
import jp.futari.shared.ApprovedItem;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.FieldProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApproveRegisterLoadTest {

    private static final String TWO_CHUNKS = "{\"chunk\":1,\"persons\":[{},{}]}\n{\"chunk\":2,\"persons\":[{}]}\n";

    @TempDir
    Path store;
    private ApproveRegisterLoad step;

    @BeforeEach
    void freeze() throws Exception {
        Files.createDirectories(store.resolve("lists"));
        Files.writeString(store.resolve("lists/city-list.jsonl"), TWO_CHUNKS);
        Files.writeString(store.resolve("secret.jsonl"), TWO_CHUNKS);
        step = new ApproveRegisterLoad(new FrozenLists(store.toString(), new CountedRows()));
    }

    @Test
    @DisplayName("一覧の1束が1つの項目になり、それぞれが自分のハッシュを持つ")
    void every_chunk_is_an_item() {
        var composition = step.compose(about("city-list.jsonl", CanonicalJson.sha256(TWO_CHUNKS)), values(3, "yes", "approve"));
        then(composition.problems()).isEmpty();
        then(composition.items()).hasSize(2).allMatch(item -> item.effects().equals(Set.of("load-register")));
        then(composition.items().get(1).content().path("chunk").asInt()).isEqualTo(2);
    }

    @DisplayName("件数がちがう、抜き取りにちがいがある、認めない、のどれでも送れない")
    @ParameterizedTest
    @CsvSource({"2,yes,approve,rowCount", "3,no,approve,sampleRead", "3,yes,refuse,ruling"})
    void a_doubt_keeps_the_list_from_being_sent(int rows, String sample, String ruling, String field) {
        var composition = step.compose(about("city-list.jsonl", CanonicalJson.sha256(TWO_CHUNKS)), values(rows, sample, ruling));
        then(composition.problems()).extracting(FieldProblem::key).containsExactly(field);
        then(composition.items()).isEmpty();
    }

    @Test
    @DisplayName("凍結のあとに1字でも変わった一覧は、もう同じ一覧ではない")
    void a_changed_list_is_refused() throws Exception {
        Files.writeString(store.resolve("lists/city-list.jsonl"), TWO_CHUNKS.replace("{},{}", "{},{} "));
        assertThatThrownBy(() -> step.compose(about("city-list.jsonl", CanonicalJson.sha256(TWO_CHUNKS)), values(3, "yes", "approve"))).hasMessage("casework.load.list-changed");
    }

    @DisplayName("一覧の置き場所の外へは出られない")
    @ParameterizedTest
    @ValueSource(strings = {"../secret.jsonl", "..\\secret.jsonl", "/etc/passwd", "city-list.jsonl/../../secret.jsonl", "none.jsonl", "", "CITY.jsonl"})
    void names_that_leave_the_folder_are_refused(String name) {
        assertThatThrownBy(() -> step.compose(about(name, CanonicalJson.sha256(TWO_CHUNKS)), values(3, "yes", "approve"))).hasMessage("casework.load.no-such-list");
    }

    @Test
    @DisplayName("一覧でないファイルは断る")
    void a_file_that_is_no_list_is_refused() throws Exception {
        Files.writeString(store.resolve("lists/city-list.jsonl"), "no list");
        assertThatThrownBy(() -> step.compose(about("city-list.jsonl", CanonicalJson.sha256("no list")), values(3, "yes", "approve"))).hasMessage("casework.load.not-a-list");
    }

    private static ObjectNode values(int rows, String sample, String ruling) {
        return JsonNodeFactory.instance.objectNode().put("rowCount", rows).put("sampleRead", sample).put("ruling", ruling);
    }

    private static StepWork.StepContext about(String list, String sha256) {
        var params = JsonNodeFactory.instance.objectNode().put("list", list).put("sha256", sha256);
        return (StepWork.StepContext) Proxy.newProxyInstance(ApproveRegisterLoadTest.class.getClassLoader(), new Class<?>[] {StepWork.StepContext.class},
                (proxy, method, arguments) -> method.getName().equals("params") ? params : null);
    }

    private static final class CountedRows implements LoadingRegister {
        @Override
        public int rowsOf(JsonNode chunk) {
            return chunk.path("persons").size();
        }

        @Override
        public void load(ApprovedItem item) {
            throw new UnsupportedOperationException("nothing is loaded here");
        }
    }
}
