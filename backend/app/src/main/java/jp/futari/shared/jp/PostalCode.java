package jp.futari.shared.jp;

import java.text.Normalizer;
import java.util.Optional;

/** 郵便番号: seven digits. Demo codes begin with 000, which Japan Post never gave out. */
public record PostalCode(String digits) {

    public PostalCode {
        if (!digits.matches("\\d{7}")) {
            throw new IllegalArgumentException("a postal code has seven digits");
        }
    }

    /** Reads what people write: with or without hyphen, full or half width, with 〒. */
    public static Optional<PostalCode> read(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s〒‐‑–—−ー-]", "");
        return plain.matches("\\d{7}") ? Optional.of(new PostalCode(plain)) : Optional.empty();
    }

    /** 000-0021 */
    public String grouped() {
        return digits.substring(0, 3) + "-" + digits.substring(3);
    }
}
