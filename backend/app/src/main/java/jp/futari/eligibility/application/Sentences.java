package jp.futari.eligibility.application;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;

/** この部屋の文: what, how it is, what to do (screens.md section 7). Codes are stable, sentences may be mended. */
final class Sentences {

    private static final Properties SENTENCES = load();

    private Sentences() {
    }

    static String of(String code, Map<String, String> params) {
        String sentence = SENTENCES.getProperty(code);
        if (sentence == null) {
            throw new IllegalStateException("no sentence for " + code);
        }
        for (var param : params.entrySet()) {
            sentence = sentence.replace("{" + param.getKey() + "}", param.getValue());
        }
        return sentence;
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (var reader = new InputStreamReader(new ClassPathResource("jp/futari/eligibility/refusals.properties").getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
