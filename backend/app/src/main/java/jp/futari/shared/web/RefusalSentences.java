package jp.futari.shared.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The Japanese sentence of each code, from every room's {@code refusals.properties}; {@code {name}} is replaced by the parameter. */
@Component
public class RefusalSentences {

    private static final String UNKNOWN = "この操作はできません。";
    private final Properties sentences = new Properties();

    RefusalSentences() {
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:jp/futari/*/refusals.properties")) {
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    sentences.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String of(String code, Map<String, String> params) {
        String sentence = sentences.getProperty(code, UNKNOWN);
        for (Map.Entry<String, String> param : params.entrySet()) {
            sentence = sentence.replace("{" + param.getKey() + "}", param.getValue());
        }
        return sentence;
    }

    public boolean knows(String code) {
        return sentences.containsKey(code);
    }
}
