package jp.futari.modelchecker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** 見本帳: models that keep the law and models that break it. One case is a file, or a folder of files that belong together. */
record Corpus(String name, List<ModelSource> sources) {

    static final Path PRODUCT = Path.of("..", "..", "processes");
    static final Path ROSTER = Path.of("..", "demo", "src", "main", "resources", "demo", "roster.csv");

    private static final Path MODELS = Path.of("src", "test", "resources", "models");
    private static final String RULE = "rule-";

    static Stream<Corpus> good() {
        return in("good");
    }

    static Stream<Corpus> bad() {
        return in("bad");
    }

    static Corpus good(String name) {
        return good().filter(model -> model.name.equals(name)).findFirst().orElseThrow();
    }

    static Corpus bad(String name) {
        return bad().filter(model -> model.name.equals(name)).findFirst().orElseThrow();
    }

    static Roster rosterOfSix() {
        return Roster.read(MODELS.resolve("roster-of-six.csv"));
    }

    /** The rule a bad model breaks, from its name {@code rule-3--approval-used-twice}. */
    int brokenRule() {
        return Integer.parseInt(name.substring(RULE.length(), RULE.length() + 1));
    }

    private static Stream<Corpus> in(String kind) {
        return list(MODELS.resolve(kind)).stream().map(Corpus::read);
    }

    private static Corpus read(Path entry) {
        var name = entry.getFileName().toString().replace(".bpmn", "");
        var files = Files.isDirectory(entry) ? list(entry) : List.of(entry);
        return new Corpus(name, files.stream().map(file -> ModelSource.read(entry.getParent(), file)).toList());
    }

    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
