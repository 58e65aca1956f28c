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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 置き場: files under the SHA-256 of their bytes. Written to a temporary name, synced, renamed, the folder synced; so that a name that is
 * there always has its whole content, and the same content is never there twice.
 */
@Component
public class FileStore {

    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);
    private static final int PREFIX = 2;

    private final Path root;

    public FileStore(@Value("${FUTARI_STORE_DIR:.futari/store}") Path root) {
        this.root = root;
    }

    /**
     * @return the hash; the file is on the disk when this returns
     * @throws Refused 507 if the store cannot be written
     */
    public String put(byte[] bytes) {
        try (Bundle one = bundle()) {
            String hash = one.add(bytes);
            one.keep();
            return hash;
        }
    }

    /** Several files that are kept together or not at all. */
    public Bundle bundle() {
        return new Bundle();
    }

    /**
     * 一束: every file is written and synced before the first gets its name, so that a disk that fills up in the middle leaves nothing of the bundle
     * behind. What was not kept is gone when it is closed.
     */
    public final class Bundle implements AutoCloseable {

        private final Map<String, Path> written = new LinkedHashMap<>();

        private Bundle() {
        }

        /** @return the hash under which the file is found once the bundle is kept */
        public String add(byte[] bytes) {
            String hash = HexFormat.of().formatHex(CanonicalJson.digest(bytes));
            if (written.containsKey(hash) || Files.exists(path(hash))) {
                return hash;
            }
            try {
                Files.createDirectories(root.resolve("tmp"));
                Path temporary = root.resolve("tmp").resolve(UUID.randomUUID().toString());
                written.put(hash, temporary);
                Files.createDirectories(path(hash).getParent());
                write(temporary, bytes);
                return hash;
            } catch (IOException e) {
                throw unwritable(e);
            }
        }

        public void keep() {
            try {
                for (Map.Entry<String, Path> file : written.entrySet()) {
                    Path target = path(file.getKey());
                    Files.move(file.getValue(), target, StandardCopyOption.ATOMIC_MOVE);
                    sync(target.getParent());
                }
            } catch (IOException e) {
                throw unwritable(e);
            }
        }

        @Override
        public void close() {
            written.values().forEach(FileStore::remove);
        }
    }

    private static void remove(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            LOG.warn("a temporary file of the store could not be removed: {}", e.getClass().getSimpleName());
        }
    }

    /** Full or broken: whoever hands something in is told that nothing was taken, and operators find the cause. */
    private static Refused unwritable(IOException e) {
        LOG.error("the store cannot be written: {}", e.toString());
        return new Refused(507, "correspondence.store.unwritable", Map.of(), List.of(), null);
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
