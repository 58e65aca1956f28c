package jp.futari.correspondence.typography;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * 印刷の書体: for each style of type the faces in order of preference. A character is set in the first face that has it; one that none
 * has stops the print. Names keep their code points: a variant is its own glyph, never the plain character instead.
 */
public final class PrintFonts {

    private static final int FIRST_PRIVATE_CODE = 0xF0000;
    private static final int LAST_PRIVATE_CODE = 0x10FFFD;

    private final Map<String, List<FontFace>> styles;
    private final Map<VariantSequence, Integer> privateCodes;
    private final Map<Integer, VariantSequence> sequences;
    private final MjNumbers mjNumbers;

    PrintFonts(Map<String, List<FontFace>> styles, MjNumbers mjNumbers) {
        this.styles = styles;
        this.mjNumbers = mjNumbers;
        this.privateCodes = privateCodes(styles.values().stream().flatMap(Collection::stream).toList());
        this.sequences = privateCodes.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    private static Map<VariantSequence, Integer> privateCodes(List<FontFace> faces) {
        var order = Comparator.comparingInt(VariantSequence::character).thenComparingInt(VariantSequence::selector);
        Map<VariantSequence, Integer> codes = new TreeMap<>(order);
        faces.forEach(face -> face.sequences().forEach(sequence -> codes.put(sequence, 0)));
        int next = FIRST_PRIVATE_CODE;
        for (var entry : codes.entrySet()) {
            entry.setValue(next++);
        }
        return codes;
    }

    /** The codes of a text that no face of this style has; empty if it can be printed. */
    public List<String> missing(String text, String style) {
        SetCharacters set = new SetCharacters();
        encode(text, style, set);
        return set.missing();
    }

    /** The text as the layout engine can set it: each variation sequence as its private code. */
    String encode(String text, String style, SetCharacters set) {
        List<FontFace> faces = styles.get(style);
        StringBuilder encoded = new StringBuilder(text.length());
        int[] codes = text.codePoints().toArray();
        for (int i = 0; i < codes.length; i++) {
            boolean isSequence = i + 1 < codes.length && VariantSequence.isSelector(codes[i + 1]);
            encoded.appendCodePoint(isSequence ? encode(new VariantSequence(codes[i], codes[++i]), faces, set) : encode(codes[i], faces, set));
        }
        return encoded.toString();
    }

    private int encode(VariantSequence sequence, List<FontFace> faces, SetCharacters set) {
        faces.stream().filter(face -> face.has(sequence)).findFirst()
                .ifPresentOrElse(set::variantIn, () -> set.inNone(mjNumbers.named(sequence)));
        return privateCodes.getOrDefault(sequence, sequence.character());
    }

    private int encode(int code, List<FontFace> faces, SetCharacters set) {
        boolean isOurs = code >= FIRST_PRIVATE_CODE && code <= LAST_PRIVATE_CODE;
        if (Character.isWhitespace(code) && code != 0x3000) {
            return code;
        }
        Optional<FontFace> face = faces.stream().filter(candidate -> !isOurs && candidate.has(code)).findFirst();
        face.ifPresentOrElse(set::in, () -> set.inNone(mjNumbers.named(code)));
        return face.map(found -> found.code(code)).orElse(code);
    }

    /** What a private code stands for, so that text copied from the paper has the real characters. */
    Optional<String> original(int code) {
        return Optional.ofNullable(sequences.get(code)).map(VariantSequence::text);
    }

    Set<String> styles() {
        return styles.keySet();
    }

    /** The families of each style in order, as style sheet. */
    String css() {
        return styles.entrySet().stream().map(style -> "." + style.getKey() + "{font-family:" + families(style.getValue()) + "}").collect(Collectors.joining());
    }

    private static String families(List<FontFace> faces) {
        return faces.stream().map(face -> "'" + face.family() + "'").distinct().collect(Collectors.joining(","));
    }

    /** Every face the paper needs once, with the file to embed. */
    void eachFace(SetCharacters needed, FaceUser user) {
        styles.values().stream().flatMap(Collection::stream).distinct().filter(needed::uses).forEach(face -> user.use(face, face.embeddable(privateCodes)));
    }

    @FunctionalInterface
    interface FaceUser {
        void use(FontFace face, byte[] file);
    }
}
