package jp.futari.addressee.postal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** みどり野市の町: the invented places with codes 000-xxxx, for the demo and the synthetic city. */
public final class InventedPlaces {

    private InventedPlaces() {
    }

    public static List<PostalPlace> read() {
        try (var lines = new BufferedReader(new InputStreamReader(InventedPlaces.class.getResourceAsStream("/jp/futari/addressee/postal-codes-midorino.tsv"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).map(row -> new PostalPlace(row[0], row[1], row[2], row[3], row[4], row[5])).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
