package jp.futari.correspondence.typography;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The faces that come with the product (BIZ UD明朝, BIZ UDゴシック, Noto Serif JP; SIL Open Font License), and before them for names the
 * office's own faces, e.g. IPAmj明朝 or 行政事務標準文字.
 */
public final class ShippedFonts {

    private ShippedFonts() {
    }

    /** @param ofTheOffice TrueType files of the office for names, first preferred; may be empty */
    public static PrintFonts with(List<Path> ofTheOffice) {
        FontFace mincho = shipped("BIZ UDMincho", 400, "biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf");
        FontFace gothic = shipped("BIZ UDGothic", 400, "biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf");
        FontFace bold = shipped("BIZ UDGothic", 700, "biz-udgothic/700Bold/BIZUDGothic_700Bold.ttf");
        FontFace wide = shipped("Noto Serif JP", 400, "noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf");
        List<FontFace> names = new ArrayList<>();
        for (int i = 0; i < ofTheOffice.size(); i++) {
            names.add(new FontFace("Office " + (i + 1), 400, bytes(ofTheOffice.get(i))));
        }
        names.addAll(List.of(mincho, wide));
        Map<String, List<FontFace>> styles = new LinkedHashMap<>();
        styles.put("mincho", List.of(mincho, wide));
        styles.put("gothic", List.of(gothic, bold, wide));
        styles.put("name", names);
        styles.put("hand", List.of(wide, mincho));
        return new PrintFonts(styles, new MjNumbers());
    }

    private static FontFace shipped(String family, int weight, String file) {
        try (InputStream in = ShippedFonts.class.getResourceAsStream("/fonts/" + file)) {
            return new FontFace(family, weight, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the office's font cannot be read", e);
        }
    }
}
