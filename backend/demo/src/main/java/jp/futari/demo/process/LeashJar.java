package jp.futari.demo.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A jar holding {@link Leash} and nothing else, so that no other class of the demo is on a child's class path. */
public final class LeashJar {

    private static final String ENTRY = Leash.class.getName().replace('.', '/') + ".class";

    private LeashJar() {
    }

    public static Path in(Path folder) throws IOException {
        Files.createDirectories(folder);
        var jar = folder.resolve("leash.jar");
        var beside = Files.createTempFile(folder, "leash", ".new");
        try (var out = new JarOutputStream(Files.newOutputStream(beside));
             var in = Leash.class.getClassLoader().getResourceAsStream(ENTRY)) {
            var entry = new JarEntry(ENTRY);
            entry.setTime(0);
            out.putNextEntry(entry);
            in.transferTo(out);
            out.closeEntry();
        }
        return Files.move(beside, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
