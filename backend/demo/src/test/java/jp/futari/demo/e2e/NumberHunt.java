package jp.futari.demo.e2e;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** カナリア探し: one personal number was typed somewhere; in any text it is looked for in the spellings a careless hand might keep. */
record NumberHunt(Map<String, Pattern> spellings) {

    private static final String GAP = "[-‐‑–—−ーｰ－ 　.,_/]{0,2}";

    static NumberHunt of(String number) {
        var spellings = new TreeMap<String, Pattern>();
        spellings.put("digits", Pattern.compile(number.chars().mapToObj(c -> "[" + (char) c + (char) (c - '0' + '０') + "]").collect(Collectors.joining(GAP))));
        spellings.put("hex", exactly(HexFormat.of().formatHex(number.getBytes(StandardCharsets.US_ASCII))));
        spellings.put("base64", exactly(Base64.getEncoder().encodeToString(number.getBytes(StandardCharsets.US_ASCII))));
        for (var algorithm : List.of("SHA-256", "SHA-1", "MD5")) {
            spellings.put(algorithm, exactly(HexFormat.of().formatHex(digest(algorithm, number))));
        }
        return new NumberHunt(spellings);
    }

    private static Pattern exactly(String text) {
        return Pattern.compile(Pattern.quote(text), Pattern.CASE_INSENSITIVE);
    }

    private static byte[] digest(String algorithm, String number) {
        try {
            return MessageDigest.getInstance(algorithm).digest(number.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the number was found as, in this text. */
    List<String> in(String place, String text) {
        return spellings.entrySet().stream().filter(spelling -> spelling.getValue().matcher(text).find()).map(spelling -> place + " as " + spelling.getKey()).toList();
    }
}
