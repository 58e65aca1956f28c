package jp.futari.architecture;

import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 見た人の記録 is read by people: what somebody looked at a case for stands there in words. */
class PurposesHaveWordsTest {

    private static final Pattern PURPOSE_OF_A_CASE = Pattern.compile("Reading\\.forCase\\([^,]+, \"([a-z:-]+)\"\\)|inCase\\([^\\n]*\\.purpose\\(\"([a-z:-]+)\"\\)");

    @DisplayName("案件を見た目的には、どれも画面の言葉がある")
    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void every_purpose_of_a_look_at_a_case_has_words(String language) throws IOException {
        JsonNode words = new ObjectMapper().readTree(Path.of("../../frontend/src/i18n", language, "cases.json").toFile());
        then(purposes()).isNotEmpty().allSatisfy(purpose -> then(words.has("purpose." + purpose)).as(purpose).isTrue());
    }

    private static Set<String> purposes() throws IOException {
        Set<String> purposes = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher named = PURPOSE_OF_A_CASE.matcher(Files.readString(file));
                while (named.find()) {
                    purposes.add(named.group(1) != null ? named.group(1) : named.group(2));
                }
            }
        }
        return purposes;
    }
}
