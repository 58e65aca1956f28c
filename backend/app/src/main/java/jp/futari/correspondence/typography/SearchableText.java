package jp.futari.correspondence.typography;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/** Text taken out of a paper has the characters of the name: the private codes of variants are mapped back to character and selector. */
final class SearchableText {

    private static final Pattern RANGE = Pattern.compile("<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int ROWS_IN_A_BLOCK = 100;

    private SearchableText() {
    }

    static void restore(PDDocument document, PrintFonts fonts) throws IOException {
        for (PDPage page : document.getPages()) {
            restore(page.getResources(), fonts);
        }
    }

    private static void restore(PDResources resources, PrintFonts fonts) throws IOException {
        for (COSName name : resources.getFontNames()) {
            COSStream map = resources.getFont(name).getCOSObject().getCOSStream(COSName.TO_UNICODE);
            if (map != null) {
                restore(map, fonts);
            }
        }
    }

    private static void restore(COSStream map, PrintFonts fonts) throws IOException {
        String text = new String(map.createInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        List<String> rows = new ArrayList<>();
        boolean changed = false;
        for (Matcher range = RANGE.matcher(text); range.find();) {
            int first = Integer.parseInt(range.group(1), 16);
            int last = Integer.parseInt(range.group(2), 16);
            int code = new String(HEX.parseHex(range.group(3)), StandardCharsets.UTF_16BE).codePointAt(0);
            for (int glyph = first; glyph <= last; glyph++, code++) {
                String plain = Character.toString(code);
                String original = fonts.original(code).orElse(plain);
                changed |= !original.equals(plain);
                rows.add("<%04X> <%s>\n".formatted(glyph, HEX.formatHex(original.getBytes(StandardCharsets.UTF_16BE))));
            }
        }
        if (changed) {
            write(map, text, rows);
        }
    }

    private static void write(COSStream map, String text, List<String> rows) throws IOException {
        StringBuilder table = new StringBuilder(text.substring(0, text.indexOf("endcodespacerange"))).append("endcodespacerange\n");
        for (int i = 0; i < rows.size(); i += ROWS_IN_A_BLOCK) {
            List<String> block = rows.subList(i, Math.min(rows.size(), i + ROWS_IN_A_BLOCK));
            table.append(block.size()).append(" beginbfchar\n").append(String.join("", block)).append("endbfchar\n");
        }
        table.append(text.substring(text.lastIndexOf("endcmap")));
        try (OutputStream out = map.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(table.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }
}
