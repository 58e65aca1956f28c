package jp.futari.architecture;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every code that the program can answer has its sentence, and the sentences keep to the office's manner (screens.md section 7). */
class RefusalSentencesTest {

    private static final Pattern CODE = Pattern.compile("(?:Refused\\.\\w+|FieldProblem\\.of|Decision\\.refused|refused)\\(\\s*(?:[\\w.()]+,\\s*)?\"((?:casework|access|mynumber|search|correspondence|eligibility|addressee|web)\\.[a-z0-9.-]+[a-z0-9])\"");

    /** Names of acts, handed to a method that is called like a refusal. */
    private static final Set<String> ACTIONS_OF_THE_RECORD = Set.of("access.reauthentication", "access.sign-in");

    @Test
    @DisplayName("どの拒否の符号にも、日本語の文がある")
    void every_code_has_a_sentence() throws IOException {
        Properties sentences = sentences();
        Set<String> without = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher code = CODE.matcher(Files.readString(file));
                while (code.find()) {
                    if (!sentences.containsKey(code.group(1)) && !ACTIONS_OF_THE_RECORD.contains(code.group(1))) {
                        without.add(code.group(1) + " in " + file.getFileName());
                    }
                }
            }
        }
        then(without).isEmpty();
    }

    @Test
    @DisplayName("文は、責める言葉を使わず、句点で終わる")
    void sentences_are_plain_and_end_with_a_full_stop() throws IOException {
        Properties sentences = sentences();
        sentences.keySet().removeIf(code -> ((String) code).startsWith("page."));
        sentences.forEach((code, sentence) -> then((String) sentence).as((String) code)
                .doesNotContain("エラー").doesNotContain("不正").doesNotContain("無効").matches("(?s).*(。|\\{\\w+\\})$"));
    }

    private static Properties sentences() throws IOException {
        Properties sentences = new Properties();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:jp/futari/*/refusals.properties")) {
            try (var reader = new java.io.InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                sentences.load(reader);
            }
        }
        return sentences;
    }
}
