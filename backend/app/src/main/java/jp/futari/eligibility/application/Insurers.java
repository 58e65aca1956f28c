package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import jp.futari.shared.jp.CheckDigits;
import org.springframework.stereotype.Component;

/** 保険者の名簿: candidates for the previous insurer (F4). A data file shipped with the release; no register. */
@Component
public class Insurers {

    private static final int MOST = 20;
    private static final String FILE = "/office/insurers.json";

    private final List<Insurer> insurers;

    Insurers() {
        insurers = read();
    }

    public record Insurer(String number, String name, String kana, String kind) {

        public Insurer {
            if (!CheckDigits.isInsurerNumber(number)) {
                throw new IllegalArgumentException("an insurer's number fails its check digit");
            }
        }
    }

    private record Data(boolean fictitious, List<Insurer> insurers) {
    }

    /** By the beginning of the number, or a part of name or kana; full-width digits count as half-width. */
    public List<Insurer> candidates(String text) {
        String asked = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC).strip();
        return insurers.stream().filter(insurer -> fits(insurer, asked)).limit(MOST).toList();
    }

    private static boolean fits(Insurer insurer, String asked) {
        return asked.chars().allMatch(Character::isDigit) ? insurer.number().startsWith(asked)
                : Normalizer.normalize(insurer.name(), Normalizer.Form.NFKC).contains(asked) || insurer.kana().contains(asked);
    }

    private static List<Insurer> read() {
        try (InputStream data = Insurers.class.getResourceAsStream(FILE)) {
            return JsonMapper.builder().build().readValue(data, Data.class).insurers();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
