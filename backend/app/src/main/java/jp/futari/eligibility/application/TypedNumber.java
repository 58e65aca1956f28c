package jp.futari.eligibility.application;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 打たれた被保険者番号: 「みど・0012345（枝番）01」, 「みど 12345-1」, 「0012345」.
 *
 * @param symbol null when none was typed
 * @param branch null when none was typed
 */
record TypedNumber(String symbol, String number, Integer branch) {

    private static final Pattern WRITTEN = Pattern.compile("(?<symbol>\\p{L}{0,8})[\\s・.]*(?<number>\\d{3,8})(?:[\\s-]*(?:\\(枝番\\)|枝番|-|\\s)[\\s-]*(?<branch>\\d{1,2}))?");

    static Optional<TypedNumber> read(String typed) {
        Matcher written = WRITTEN.matcher(Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).replaceAll("[‐‑–—−ー]", "-"));
        if (!written.matches()) {
            return Optional.empty();
        }
        String symbol = written.group("symbol");
        String branch = written.group("branch");
        return Optional.of(new TypedNumber(symbol.isEmpty() ? null : symbol, written.group("number"), branch == null ? null : Integer.valueOf(branch)));
    }
}
