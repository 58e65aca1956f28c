package jp.futari.correspondence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import jp.futari.Requirement;
import jp.futari.correspondence.papers.Box;
import jp.futari.correspondence.papers.NotAPaper;
import jp.futari.correspondence.papers.PageImage;
import jp.futari.correspondence.papers.PaperFile;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Only papers come in. Each way of bringing something else has its case. */
class PaperFileTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("papers")
    @DisplayName("PDF・PNG・JPEG・TIFFは、種類を中身で見分けて受け取る")
    @Requirement("ACQ-06")
    void a_paper_is_taken_whatever_it_is_called(String mediaType, byte[] file, int pages) throws Exception {
        PaperFile paper = PaperFile.read(file);
        then(paper.mediaType()).isEqualTo(mediaType);
        then(paper.pages()).hasSize(pages);
    }

    static Stream<Arguments> papers() throws IOException {
        return Stream.of(Arguments.of("application/pdf", pdf(document -> page(document, PDRectangle.A4)), 2), Arguments.of("image/png", picture("png"), 1),
                Arguments.of("image/jpeg", picture("jpeg"), 1), Arguments.of("image/tiff", picture("tiff"), 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    @DisplayName("紙でないものは受け取らない")
    @Requirement({"ACQ-21", "STORE-29"})
    void anything_else_is_refused_with_its_reason(String what, byte[] file, String code) {
        assertThatThrownBy(() -> PaperFile.read(file)).isInstanceOfSatisfying(NotAPaper.class, refused -> then(refused.code()).isEqualTo(code));
    }

    static Stream<Arguments> attacks() throws Exception {
        String kind = "correspondence.file.kind";
        String swells = "correspondence.file.swells";
        String active = "correspondence.file.active-content";
        String unreadable = "correspondence.file.unreadable";
        return Stream.of(
                Arguments.of("空", new byte[0], "correspondence.file.empty"),
                Arguments.of("20MBを1バイトこえる", new byte[20 * 1024 * 1024 + 1], "correspondence.file.too-large"),
                Arguments.of("XML", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>".getBytes(StandardCharsets.UTF_8), kind),
                Arguments.of("SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>".getBytes(StandardCharsets.UTF_8), kind),
                Arguments.of("ZIP", zip(), kind),
                Arguments.of("GIF", picture("gif"), kind),
                Arguments.of("PNGの名札だけ", Arrays.copyOf(picture("png"), 30), unreadable),
                Arguments.of("PDFの名札だけ", "%PDF-1.7\nnothing".getBytes(StandardCharsets.US_ASCII), unreadable),
                Arguments.of("JPEGの名札だけ", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 0}, unreadable),
                Arguments.of("画素の爆弾", pngThatSays(60_000, 60_000), "correspondence.file.page-too-large"),
                Arguments.of("巨大なページ", pdf(document -> page(document, new PDRectangle(14_400, 14_400))), "correspondence.file.page-too-large"),
                Arguments.of("51ページ", pdf(document -> {
                    for (int i = 0; i < 50; i++) {
                        page(document, PDRectangle.A4);
                    }
                }), "correspondence.file.too-many-pages"),
                Arguments.of("ふくらむPDF", bomb(120 << 20), swells),
                Arguments.of("二重に詰めたPDF", "%PDF-1.7\n1 0 obj<</Filter [/FlateDecode /FlateDecode]/Length 0>>stream\n".getBytes(StandardCharsets.US_ASCII), swells),
                Arguments.of("鍵のかかったPDF", locked("secret"), "correspondence.file.encrypted"),
                Arguments.of("開く鍵のないPDF（権限だけの鍵）", locked(""), "correspondence.file.encrypted"),
                Arguments.of("JavaScriptのあるPDF", pdf(document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))), active),
                Arguments.of("添付のあるPDF", pdf(PaperFileTest::attach), active),
                Arguments.of("XFAのあるPDF", pdf(document -> document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("XFA"), COSName.A)), active));
    }

    @Test
    @DisplayName("隠した所の画素は残っていない")
    void masked_pixels_are_gone() {
        BufferedImage page = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 400, 400);
        pen.setColor(new Color(0x1d2f8a));
        pen.fillRect(100, 100, 200, 50);
        pen.dispose();
        BufferedImage masked = PageImage.masked(page, List.of(new Box(0.25, 0.25, 0.5, 0.125)));
        for (int x = 100; x < 300; x++) {
            for (int y = 100; y < 150; y++) {
                then(masked.getRGB(x, y)).isNotEqualTo(0xff1d2f8a);
            }
        }
        then(masked.getRGB(50, 50)).isEqualTo(0xffffffff);
    }

    private interface Change {
        void in(PDDocument document) throws IOException;
    }

    private static byte[] pdf(Change change) throws IOException {
        try (PDDocument document = new PDDocument()) {
            page(document, PDRectangle.A4);
            change.in(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void page(PDDocument document, PDRectangle size) {
        document.addPage(new PDPage(size));
    }

    private static void attach(PDDocument document) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile("a.exe");
        file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {1})));
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(java.util.Map.of("a", file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    private static byte[] locked(String userPassword) throws IOException {
        return pdf(document -> document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission())));
    }

    private static byte[] bomb(int size) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < size >> 20; i++) {
                out.write(nothing);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(("%PDF-1.7\n1 0 obj\n<</Length " + packed.size() + "/Filter/FlateDecode>>\nstream\r\n").getBytes(StandardCharsets.US_ASCII));
        packed.writeTo(file);
        file.write("\nendstream\nendobj\ntrailer<<>>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        return file.toByteArray();
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("../../etc/passwd"));
        }
        return out.toByteArray();
    }

    private static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(210, 297, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static byte[] pngThatSays(int width, int height) throws IOException {
        byte[] png = picture("png");
        java.nio.ByteBuffer header = java.nio.ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());
        return png;
    }
}
