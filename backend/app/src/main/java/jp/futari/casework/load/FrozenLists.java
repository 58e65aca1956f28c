package jp.futari.casework.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import jp.futari.addressee.LoadingRegister;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** 凍結した一覧: files of JSON lines in {@code lists/} of the store. A list is its digest: a changed file is another list. */
@Component
class FrozenLists {

    private final Path folder;
    private final LoadingRegister register;

    FrozenLists(@Value("${futari.store.dir:}") String store, LoadingRegister register) {
        this.folder = store.isBlank() ? null : Path.of(store).resolve("lists");
        this.register = register;
    }

    /** @throws Refused 422 when there is no such list, it is not the one named by its digest, or a line is no chunk */
    FrozenList read(String name, String sha256) {
        try {
            var bytes = Files.readAllBytes(file(name));
            if (!sha256(bytes).equals(sha256)) {
                throw Refused.unprocessable("casework.load.list-changed");
            }
            return list(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FrozenList list(String text) {
        var chunks = new ArrayList<JsonNode>();
        var rows = 0;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            var chunk = chunk(line);
            rows += register.rowsOf(chunk);
            chunks.add(chunk);
        }
        return new FrozenList(rows, List.copyOf(chunks));
    }

    private static JsonNode chunk(String line) {
        try {
            return CanonicalJson.parse(line);
        } catch (IllegalArgumentException noJson) {
            throw Refused.unprocessable("casework.load.not-a-list");
        }
    }

    private Path file(String name) {
        if (folder == null || !name.matches("[a-z0-9][a-z0-9-]{0,60}\\.jsonl") || !Files.isRegularFile(folder.resolve(name))) {
            throw Refused.unprocessable("casework.load.no-such-list");
        }
        return folder.resolve(name);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    record FrozenList(int rows, List<JsonNode> chunks) {
    }
}
