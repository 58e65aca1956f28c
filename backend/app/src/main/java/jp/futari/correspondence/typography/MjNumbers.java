package jp.futari.correspondence.typography;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** MJ文字図形名: the number the 文字情報基盤 gives a character or variant, so that the office can look the missing shape up. */
final class MjNumbers {

    private static final String TABLE = "/characters/mj-numbers.tsv.gz";

    private Map<String, String> numbers;

    String named(int code) {
        return named("U+%04X".formatted(code), "%X".formatted(code));
    }

    String named(VariantSequence sequence) {
        return named("U+%04X U+%04X".formatted(sequence.character(), sequence.selector()), "%X %X".formatted(sequence.character(), sequence.selector()));
    }

    private String named(String unicode, String key) {
        String number = numbers().get(key);
        return number == null ? unicode : unicode + " (MJ" + number + ")";
    }

    private synchronized Map<String, String> numbers() {
        if (numbers == null) {
            numbers = read();
        }
        return numbers;
    }

    private static Map<String, String> read() {
        try (InputStream file = MjNumbers.class.getResourceAsStream(TABLE);
             BufferedReader lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.US_ASCII))) {
            Map<String, String> numbers = new HashMap<>();
            lines.lines().map(line -> line.split("\t")).forEach(entry -> numbers.put(entry[0], entry[1]));
            return numbers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
