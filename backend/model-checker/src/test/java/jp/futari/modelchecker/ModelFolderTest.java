package jp.futari.modelchecker;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("モデル検査: フォルダーと命令")
class ModelFolderTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void put_a_good_model() throws IOException {
        put("casework/SimpleProcess.bpmn", Corpus.good("one-step-one-effect"));
    }

    @Test
    @DisplayName("よいモデルだけのフォルダーは通り、数が報告される")
    void a_folder_of_good_models_passes_and_is_counted() {
        then(run(folder.toString())).isZero();
        then(out.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("1 processes, 1 human steps, 2 user tasks, 1 effects, 0 violations");
    }

    @Test
    @DisplayName("違反があれば終了コードは1で、違反は一行ずつ出る")
    void a_violation_makes_the_command_fail() throws IOException {
        put("casework/BadProcess.bpmn", Corpus.bad("rule-3--one-branch-skips-the-step"));
        Files.delete(folder.resolve("casework/SimpleProcess.bpmn"));
        then(run(folder.toString())).isEqualTo(1);
        then(out.toString(StandardCharsets.UTF_8)).startsWith("BadProcess/Effect: rule 3: ");
    }

    @Test
    @DisplayName("名簿を渡すと人員も調べる")
    void a_roster_adds_the_proof_of_staffing() throws IOException {
        put("casework/SimpleProcess.bpmn", Corpus.bad("rule-6--nobody-holds-the-role"));
        then(run(folder.toString())).isZero();
        then(run(folder.toString(), "--roster", Path.of("src/test/resources/models/roster-of-six.csv").toString())).isEqualTo(1);
        then(out.toString(StandardCharsets.UTF_8)).contains("rule 6");
    }

    @Test
    @DisplayName("何も調べなかった検査は、合格ではない")
    void a_check_that_saw_nothing_has_proven_nothing() throws IOException {
        Files.delete(folder.resolve("casework/SimpleProcess.bpmn"));
        then(run(folder.toString())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "no/such/folder"})
    @DisplayName("使い方が違えば使い方を示して断る")
    void misuse_is_answered_with_the_usage(String argument) {
        then(run(argument)).isEqualTo(2);
        then(err.toString(StandardCharsets.UTF_8)).startsWith("usage:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"casework/Hidden.bpmn.xml", "casework/script.groovy", "forms.json", "roster.csv"})
    @DisplayName("モデル以外のファイルは規則5に反する")
    void a_foreign_file_breaks_rule_5(String name) throws IOException {
        Files.writeString(folder.resolve(name), "x");
        then(ModelChecker.checkFolder(folder).violations()).extracting(Violation::process, Violation::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(name, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "README.md", ".gitignore", "casework/SimpleDecision.dmn", "casework/Names.java"})
    @DisplayName("決定表と説明とビルドのファイルは置いてよい")
    void decisions_notes_and_build_files_are_at_home(String name) throws IOException {
        Files.writeString(folder.resolve(name), "x");
        then(ModelChecker.checkFolder(folder).violations()).isEmpty();
    }

    @Test
    @DisplayName("よそを指すリンクは規則5に反する")
    void a_link_breaks_rule_5() throws IOException {
        Files.createSymbolicLink(folder.resolve("casework/Linked.bpmn"), folder.resolve("casework/SimpleProcess.bpmn"));
        then(ModelChecker.checkFolder(folder).violations()).extracting(Violation::rule).containsExactly(5);
    }

    @Test
    @DisplayName("ビルドの出力とテストは読まれない。ただしモジュールのものだけ")
    void outputs_of_modules_are_not_read() throws IOException {
        Files.createDirectories(folder.resolve("target/classes"));
        Files.writeString(folder.resolve("target/classes/a.class"), "x");
        then(ModelChecker.checkFolder(folder).violations()).isEmpty();
        Files.createDirectories(folder.resolve("casework/target"));
        Files.writeString(folder.resolve("casework/target/a.class"), "x");
        then(ModelChecker.checkFolder(folder).violations()).extracting(Violation::rule).containsExactly(5);
    }

    private int run(String... arguments) {
        return CheckModels.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private void put(String name, Corpus model) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.write(folder.resolve(name), model.sources().get(0).content());
    }
}
