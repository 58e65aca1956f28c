package jp.futari.correspondence.papers;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Pictures from a scanner: sizes are judged from the header before a pixel is decoded, metadata is not read at all. */
final class ScannedPages {

    private ScannedPages() {
    }

    static List<BufferedImage> read(byte[] bytes, String format) throws NotAPaper {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, false, true);
            return read(reader, format);
        } catch (IOException | RuntimeException e) {
            throw new NotAPaper("correspondence.file.unreadable");
        } finally {
            reader.dispose();
        }
    }

    private static List<BufferedImage> read(ImageReader reader, String format) throws IOException, NotAPaper {
        int count = format.equals("tiff") ? reader.getNumImages(true) : 1;
        PaperFile.judgePages(count);
        for (int i = 0; i < count; i++) {
            PaperFile.judgeSize(reader.getWidth(i), reader.getHeight(i));
        }
        List<BufferedImage> pages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pages.add(PageImage.plain(reader.read(i)));
        }
        return pages;
    }
}
