package jp.futari.correspondence.typography;

import java.util.Map;
import java.util.Set;

/** 書体: one font file, readable for what it has and embeddable with its variants reachable by private codes. */
final class FontFace {

    private final String family;
    private final int weight;
    private FontBytes file;
    private final CharacterMap characters;
    private final Map<Integer, Integer> ordinary;
    private byte[] embeddable;

    FontFace(String family, int weight, byte[] file) {
        this.family = family;
        this.weight = weight;
        this.file = FontBytes.of(file);
        this.characters = CharacterMap.of(this.file.table("cmap"));
        this.ordinary = characters.ordinary();
    }

    String family() {
        return family;
    }

    int weight() {
        return weight;
    }

    boolean has(int code) {
        return characters.has(code);
    }

    /** The code to set this character with: itself, or the more ordinary one of the same glyph. */
    int code(int code) {
        return ordinary.getOrDefault(code, code);
    }

    boolean has(VariantSequence sequence) {
        return characters.variants().containsKey(sequence);
    }

    Set<VariantSequence> sequences() {
        return characters.variants().keySet();
    }

    /** The file to embed: a layout engine knows single codes only, so that every sequence gets a private one. */
    synchronized byte[] embeddable(Map<VariantSequence, Integer> codes) {
        if (embeddable == null) {
            Map<Integer, Integer> further = new java.util.HashMap<>();
            characters.variants().forEach((sequence, glyph) -> further.put(codes.get(sequence), glyph));
            embeddable = file.with("cmap", characters.with(further));
            file = null;   // the copy to embed is all that is needed from here on
        }
        return embeddable;
    }
}
