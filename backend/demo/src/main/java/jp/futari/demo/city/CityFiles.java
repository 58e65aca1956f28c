package jp.futari.demo.city;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * 凍結した一覧: writes the city as the list that RegisterLoadProcess loads (JSON lines, one chunk of at most 500 rows a line), and the personal numbers
 * as a small file of their own that stays outside the application.
 */
public final class CityFiles {

    public static final String LIST = "city-list.jsonl";
    public static final String NUMBERS = "city-numbers.csv";
    private static final int MOST_ROWS = 500;

    private CityFiles() {
    }

    /** Writes only the list. */
    public static Cover writeList(City city, Path folder) {
        try {
            Files.createDirectories(folder);
            var digest = MessageDigest.getInstance("SHA-256");
            try (var out = new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(folder.resolve(LIST)), digest), 1 << 16)) {
                var writer = new ListWriter(out);
                city.households().forEach(writer::add);
                writer.flush();
                out.flush();
                return new Cover(city.plan().seed(), writer.persons, writer.households, writer.rows, writer.chunks, HexFormat.of().formatHex(digest.digest()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes addressee number and demo number of everybody, readable by its owner alone. */
    public static void writeNumbers(City city, Path folder) {
        try {
            Files.createDirectories(folder);
            var file = folder.resolve(NUMBERS);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
                city.residents().forEach(person -> line(out, person));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(BufferedWriter out, CityPerson person) {
        try {
            out.write(person.addresseeNo() + "," + DemoNumber.of(person.index()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 表紙: what two people compare before they approve the list. */
    public record Cover(long seed, int persons, int households, int rows, int chunks, String sha256) {
    }

    /** Fills chunks household by household. */
    private static final class ListWriter {
        private final OutputStream out;
        private final JsonFactory json = new JsonFactory();
        private final List<CityHousehold> waiting = new ArrayList<>();
        private int waitingRows;
        private int persons;
        private int households;
        private int rows;
        private int chunks;

        ListWriter(OutputStream out) {
            this.out = out;
        }

        void add(CityHousehold household) {
            var size = 1 + 2 * household.members().size();
            if (waitingRows + size > MOST_ROWS) {
                flush();
            }
            waiting.add(household);
            waitingRows += size;
            persons += household.members().size();
            households++;
        }

        void flush() {
            if (waiting.isEmpty()) {
                return;
            }
            chunks++;
            rows += waitingRows;
            try (var chunk = json.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
                ChunkWriter.write(chunk, chunks, waiting);
                chunk.writeRaw('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            waiting.clear();
            waitingRows = 0;
        }
    }
}
