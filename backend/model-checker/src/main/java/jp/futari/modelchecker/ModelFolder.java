package jp.futari.modelchecker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of models. A file of another kind in it is a violation of rule 5: a model could hide behind a foreign name. */
final class ModelFolder {

    private static final List<String> ENDINGS = List.of(".bpmn", ".dmn", ".md", ".java");
    private static final Set<String> NAMES = Set.of("pom.xml", ".gitignore");

    private final Path folder;
    private final Set<Path> skipped;

    private ModelFolder(Path folder) {
        this.folder = folder;
        this.skipped = outputs(folder);
    }

    static List<ModelSource> read(Path folder, Findings findings) {
        var models = new ArrayList<ModelSource>();
        var reader = new ModelFolder(folder);
        for (var file : walk(folder)) {
            if (reader.isSkipped(file) || Files.isDirectory(file) && !Files.isSymbolicLink(file)) {
                continue;
            }
            if (Files.isSymbolicLink(file) || !belongsHere(file)) {
                findings.add(reader.name(file), "", 5, "only *.bpmn and *.dmn files belong here");
            } else if (endsWith(file, ".bpmn")) {
                models.add(ModelSource.read(folder, file));
            }
        }
        return models;
    }

    /** Where a build puts its results, and tests: of the folder and of each module in it. */
    private static Set<Path> outputs(Path folder) {
        var outputs = new HashSet<Path>();
        walk(folder).stream().filter(file -> file.equals(folder) || isModule(folder, file)).forEach(module -> {
            outputs.add(module.resolve("target"));
            outputs.add(module.resolve("src").resolve("test"));
        });
        return outputs;
    }

    private static boolean isModule(Path folder, Path directory) {
        var names = new HashSet<String>();
        folder.relativize(directory).forEach(part -> names.add(part.toString()));
        return Files.isRegularFile(directory.resolve("pom.xml")) && !names.contains("src");
    }

    private boolean isSkipped(Path file) {
        return skipped.stream().anyMatch(file::startsWith);
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static boolean belongsHere(Path file) {
        return NAMES.contains(file.getFileName().toString()) || ENDINGS.stream().anyMatch(ending -> endsWith(file, ending));
    }

    private static boolean endsWith(Path file, String ending) {
        return file.getFileName().toString().endsWith(ending);
    }

    private static List<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
