package jp.futari.modelchecker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** モデルの原本: the text of one model and the name it is known by (its path in the folder). */
public record ModelSource(String name, byte[] content) {

    public static ModelSource of(String name, String xml) {
        return new ModelSource(name, xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads one file; its name is its path relative to the folder. */
    public static ModelSource read(Path folder, Path file) {
        try {
            return new ModelSource(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
