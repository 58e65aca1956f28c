package jp.futari.correspondence.typography;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one paper needs of the fonts: which faces, whether any variant, and which characters nobody has. */
final class SetCharacters {

    private final Set<FontFace> faces = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private boolean hasVariants;

    void in(FontFace face) {
        faces.add(face);
    }

    void variantIn(FontFace face) {
        hasVariants = true;
        faces.add(face);
    }

    void inNone(String code) {
        missing.add(code);
    }

    boolean hasVariants() {
        return hasVariants;
    }

    boolean uses(FontFace face) {
        return faces.stream().anyMatch(used -> used.family().equals(face.family()));
    }

    List<String> missing() {
        return List.copyOf(missing);
    }
}
