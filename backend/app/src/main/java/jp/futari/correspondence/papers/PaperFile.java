package jp.futari.correspondence.papers;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

/**
 * 受け取ったファイル: proved to be a paper by its first bytes and by decoding it, never by its name. Nothing of it is kept but the pages as
 * pictures.
 */
public record PaperFile(String mediaType, List<BufferedImage> pages) {

    static final int MOST_BYTES = 20 * 1024 * 1024;
    static final int MOST_PAGES = 50;
    static final long MOST_PIXELS = 50_000_000;

    public static PaperFile read(byte[] bytes) throws NotAPaper {
        if (bytes.length == 0) {
            throw new NotAPaper("correspondence.file.empty");
        }
        if (bytes.length > MOST_BYTES) {
            throw new NotAPaper("correspondence.file.too-large", Map.of("megabytes", "20"));
        }
        if (startsWith(bytes, "%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII))) {
            return new PaperFile("application/pdf", new PdfPages(bytes).images());
        }
        if (startsWith(bytes, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})) {
            return new PaperFile("image/png", ScannedPages.read(bytes, "png"));
        }
        if (startsWith(bytes, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})) {
            return new PaperFile("image/jpeg", ScannedPages.read(bytes, "jpeg"));
        }
        if (startsWith(bytes, new byte[] {'I', 'I', 42, 0}) || startsWith(bytes, new byte[] {'M', 'M', 0, 42})) {
            return new PaperFile("image/tiff", ScannedPages.read(bytes, "tiff"));
        }
        throw new NotAPaper("correspondence.file.kind");
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && java.util.Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    static void judgeSize(long width, long height) throws NotAPaper {
        if (width < 1 || height < 1 || width * height > MOST_PIXELS) {
            throw new NotAPaper("correspondence.file.page-too-large");
        }
    }

    static void judgePages(int pages) throws NotAPaper {
        if (pages < 1) {
            throw new NotAPaper("correspondence.file.unreadable");
        }
        if (pages > MOST_PAGES) {
            throw new NotAPaper("correspondence.file.too-many-pages", Map.of("most", String.valueOf(MOST_PAGES)));
        }
    }
}
