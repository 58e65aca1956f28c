package jp.futari.correspondence.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.UUID;
import jp.futari.shared.CanonicalJson;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 置き場: files under the SHA-256 of their bytes. Written to a temporary name, synced, renamed, the folder synced; so that a name that is
 * there always has its whole content, and the same content is never there twice.
 */
@Component
public class FileStore {

    private static final int PREFIX = 2;

    private final Path root;

    public FileStore(@Value("${FUTARI_STORE_DIR:.futari/store}") Path root) {
        this.root = root;
    }

    /** @return the hash; the file is on the disk when this returns */
    public String put(byte[] bytes) {
        String hash = HexFormat.of().formatHex(CanonicalJson.digest(bytes));
        Path target = path(hash);
        if (Files.exists(target)) {
            return hash;
        }
        try {
            Files.createDirectories(target.getParent());
            Files.createDirectories(root.resolve("tmp"));
            Path temporary = root.resolve("tmp").resolve(UUID.randomUUID().toString());
            try {
                write(temporary, bytes);
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
                sync(target.getParent());
            } finally {
                Files.deleteIfExists(temporary);
            }
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException("the store cannot be written", e);
        }
    }

    /** @throws IllegalStateException if the file no longer has the content its name promises */
    public byte[] get(String hash) {
        try {
            byte[] bytes = Files.readAllBytes(path(hash));
            if (!HexFormat.of().formatHex(CanonicalJson.digest(bytes)).equals(hash)) {
                throw new IllegalStateException("a stored file was changed: " + hash);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("a stored file cannot be read", e);
        }
    }

    private Path path(String hash) {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a hash");
        }
        return root.resolve(hash.substring(0, PREFIX)).resolve(hash);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
