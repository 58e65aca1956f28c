package jp.futari.addressee.application;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Optional;
import jp.futari.shared.Refused;
import jp.futari.shared.jp.AddressFolding;
import jp.futari.shared.jp.EraDate;
import jp.futari.shared.jp.Kana;
import jp.futari.shared.jp.VariantFolding;

/** 打たれたもの: told apart by its look into a number, a birth date, a kana, a name or an address. A personal number is refused, not searched for. */
record SearchText(String typed, String digits, Optional<LocalDate> birthDate) {

    static SearchText of(String text) {
        var digits = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s‐‑–—−ー-]", "");
        if (digits.matches("\\d{12}")) {
            throw Refused.unprocessable("search.personal-number");
        }
        return new SearchText(text.strip(), digits.matches("\\d{1,15}") ? digits : "", EraDate.read(text));
    }

    boolean isEmpty() {
        return typed.isEmpty();
    }

    boolean isNumber() {
        return !digits.isEmpty();
    }

    boolean isKana() {
        return Kana.isKana(typed);
    }

    boolean looksLikeAddress() {
        return AddressFolding.looksLikeAddress(typed);
    }

    String address() {
        return AddressFolding.folded(typed);
    }

    String kana() {
        return Kana.folded(typed);
    }

    String name() {
        return VariantFolding.folded(typed);
    }
}
