package jp.futari.access.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;

/** The Japanese sentence of each refusal of this room; the code is stable, the sentence may be mended. */
final class Sentences {

    private static final Properties SENTENCES = load();

    private Sentences() {
    }

    static String of(String code) {
        return SENTENCES.getProperty(code, "この操作はできません。");
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (var reader = new InputStreamReader(new ClassPathResource("jp/futari/access/refusals.properties").getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
