package jp.futari.correspondence.typography;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** 組版: fills a template and sets it as PDF/A with every glyph embedded. A character that no font has stops it. */
public final class Typesetter {

    private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.setLoggingEnabled(false);   // the engine writes a line per font, and file names must not reach the log
    }

    private final PrintFonts fonts;

    public Typesetter(PrintFonts fonts) {
        this.fonts = fonts;
    }

    /**
     * Sets an official paper. The same words, day and number give the same bytes, so that a paper made twice after a crash is one file.
     *
     * @param template name under {@code templates/documents}
     * @param madeOn   the day the file says it was made
     * @param number   what tells this file from others
     * @throws GlyphMissing if a character of the filled page is in no font
     */
    public byte[] set(String template, Map<String, ?> values, LocalDate madeOn, long number) {
        return set(PrintTemplate.read(template).fill(values), pdf -> SameEveryTime.mark(pdf, madeOn, number));
    }

    /** Sets a page made elsewhere: XHTML with a head, its styles named by class ({@code mincho}, {@code gothic}, {@code name}, {@code hand}). */
    public byte[] set(Document page) {
        return set(page, pdf -> { });
    }

    private byte[] set(Document page, Finishing finishing) {
        SetCharacters set = new SetCharacters();
        encode(page.getDocumentElement(), "mincho", set);
        if (!set.missing().isEmpty()) {
            throw new GlyphMissing(set.missing());
        }
        try (PDDocument pdf = Loader.loadPDF(render(page, set))) {
            if (set.hasVariants()) {
                SearchableText.restore(pdf, fonts);
            }
            finishing.finish(pdf);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Finishing {
        void finish(PDDocument pdf) throws IOException;
    }

    private void encode(Element element, String inherited, SetCharacters set) {
        String style = fonts.styles().stream().filter(List.of(element.getAttribute("class").split(" "))::contains).findFirst().orElse(inherited);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner && !"style".equals(inner.getTagName())) {
                encode(inner, style, set);
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                child.setNodeValue(fonts.encode(child.getNodeValue(), style, set));
            }
        }
    }

    private byte[] render(Document page, SetCharacters needed) {
        PdfRendererBuilder builder = new PdfRendererBuilder().useFastMode();
        fonts.eachFace(needed, (face, file) -> builder.useFont(() -> new ByteArrayInputStream(file), face.family(), face.weight(), FontStyle.NORMAL, true));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        builder.withW3cDocument(withFamilies(page), "/").usePdfAConformance(PdfAConformance.PDFA_2_U).useColorProfile(COLOURS)
                .useUnicodeLineBreaker(new LineRules()).useExternalResourceAccessControl((uri, type) -> uri != null && uri.startsWith("data:"),
                        com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withProducer("Futari").toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private Document withFamilies(Document page) {
        Element style = page.createElement("style");
        style.setTextContent(fonts.css());
        PrintTemplate.children(page.getDocumentElement()).get(0).appendChild(style);
        return page;
    }
}
