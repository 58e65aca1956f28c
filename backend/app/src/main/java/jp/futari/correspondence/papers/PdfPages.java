package jp.futari.correspondence.papers;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** A PDF taken for a paper: no lock, no script, nothing attached, nothing that swells; then drawn page by page with a limit on the work. */
final class PdfPages {

    private static final float DOTS_PER_INCH = 150;
    private static final float POINTS_PER_INCH = 72;
    private static final int MOST_OBJECTS = 200_000;
    private static final int MOST_OPERATORS = 1_000_000;
    private static final long MOST_MILLIS = 20_000;
    private static final Set<String> NEVER = Set.of("JavaScript", "JS", "EmbeddedFiles", "EF", "XFA", "RichMediaContent", "Launch", "EmbeddedFile", "RichMedia", "ImportData", "SubmitForm");

    private final byte[] bytes;
    private int operators;
    private long until;

    PdfPages(byte[] bytes) {
        this.bytes = bytes;
    }

    List<BufferedImage> images() throws NotAPaper {
        SwollenStreams.judge(bytes);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            judge(document);
            return draw(document);
        } catch (InvalidPasswordException e) {
            throw new NotAPaper("correspondence.file.encrypted");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new NotAPaper("correspondence.file.unreadable");
        }
    }

    private static void judge(PDDocument document) throws NotAPaper {
        if (document.isEncrypted()) {
            throw new NotAPaper("correspondence.file.encrypted");
        }
        PaperFile.judgePages(document.getNumberOfPages());
        Set<COSObjectKey> keys = document.getDocument().getXrefTable().keySet();
        if (keys.size() > MOST_OBJECTS) {
            throw new NotAPaper("correspondence.file.swells");
        }
        judge(document.getDocument().getTrailer(), 0);
        for (COSObjectKey key : keys) {
            COSObject object = document.getDocument().getObjectFromPool(key);
            judge(object.getObject(), 0);
        }
        for (PDPage page : document.getPages()) {
            float scale = DOTS_PER_INCH / POINTS_PER_INCH * page.getUserUnit();
            PaperFile.judgeSize((long) (page.getCropBox().getWidth() * scale), (long) (page.getCropBox().getHeight() * scale));
        }
    }

    /** Direct objects only; the others come by the table. */
    private static void judge(COSBase object, int depth) throws NotAPaper {
        if (depth > 50) {
            throw new NotAPaper("correspondence.file.swells");
        }
        if (object instanceof COSDictionary dictionary) {
            for (var entry : dictionary.entrySet()) {
                if (NEVER.contains(entry.getKey().getName()) || entry.getValue() instanceof COSName value && NEVER.contains(value.getName())) {
                    throw new NotAPaper("correspondence.file.active-content");
                }
                judge(entry.getValue(), depth + 1);
            }
            judgeImage(dictionary);
        } else if (object instanceof org.apache.pdfbox.cos.COSArray array) {
            for (COSBase element : array) {
                judge(element, depth + 1);
            }
        }
    }

    private static void judgeImage(COSDictionary dictionary) throws NotAPaper {
        if (dictionary instanceof COSStream && COSName.IMAGE.equals(dictionary.getCOSName(COSName.SUBTYPE))) {
            PaperFile.judgeSize(dictionary.getLong(COSName.WIDTH), dictionary.getLong(COSName.HEIGHT));
        }
    }

    private List<BufferedImage> draw(PDDocument document) throws IOException, NotAPaper {
        until = System.currentTimeMillis() + MOST_MILLIS;
        PDFRenderer renderer = new Limited(document);
        List<BufferedImage> pages = new ArrayList<>();
        try {
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                pages.add(PageImage.plain(renderer.renderImageWithDPI(i, DOTS_PER_INCH, ImageType.RGB)));
            }
        } catch (TooMuchWork e) {
            throw new NotAPaper("correspondence.file.swells");
        }
        return pages;
    }

    private void worked() {
        operators++;
        if (operators > MOST_OPERATORS || operators % 1000 == 0 && System.currentTimeMillis() > until) {
            throw new TooMuchWork();
        }
    }

    private static final class TooMuchWork extends RuntimeException {
    }

    private final class Limited extends PDFRenderer {

        Limited(PDDocument document) {
            super(document);
            setSubsamplingAllowed(true);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                    worked();
                    super.processOperator(operator, operands);
                }
            };
        }
    }
}
