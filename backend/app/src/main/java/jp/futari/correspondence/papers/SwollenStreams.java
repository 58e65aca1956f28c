package jp.futari.correspondence.papers;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * PDF爆弾: streams that unpack to far more than a paper can hold. Judged on the raw bytes, before the reader opens the file, because its
 * tables may be packed too.
 */
final class SwollenStreams {

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final long MOST_OF_ONE = 100L << 20;
    private static final long MOST_OF_ALL = 300L << 20;
    private static final String PACKED = "/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\\b";
    private static final Pattern TWICE = Pattern.compile(PACKED + "\\s*" + PACKED);
    private static final Pattern OTHER_PACKING = Pattern.compile("/(?:LZWDecode|LZW|RunLengthDecode)\\b");
    private static final int MOST_WITH_OTHER_PACKING = 4 << 20;

    private SwollenStreams() {
    }

    static void judge(byte[] pdf) throws NotAPaper {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        if (TWICE.matcher(text).find() || pdf.length > MOST_WITH_OTHER_PACKING && OTHER_PACKING.matcher(text).find()) {
            throw new NotAPaper("correspondence.file.swells");
        }
        long all = 0;
        byte[] sink = new byte[1 << 16];
        for (int at = next(pdf, 0); at >= 0; at = next(pdf, at)) {
            all += unpacked(pdf, at, sink);
            if (all > MOST_OF_ALL) {
                throw new NotAPaper("correspondence.file.swells");
            }
        }
    }

    /** The first byte of the next stream's data. */
    private static int next(byte[] pdf, int from) {
        for (int i = from; i + STREAM.length + 2 < pdf.length; i++) {
            boolean isKeyword = java.util.Arrays.equals(pdf, i, i + STREAM.length, STREAM, 0, STREAM.length);
            if (isKeyword && (pdf[i + STREAM.length] == '\r' || pdf[i + STREAM.length] == '\n')) {
                int start = i + STREAM.length;
                return pdf[start] == '\r' && pdf[start + 1] == '\n' ? start + 2 : start + 1;
            }
        }
        return -1;
    }

    private static long unpacked(byte[] pdf, int at, byte[] sink) throws NotAPaper {
        Inflater inflater = new Inflater(true);
        long size = 0;
        try {
            inflater.setInput(pdf, Math.min(at + 2, pdf.length), Math.max(0, pdf.length - at - 2));
            for (int n = inflater.inflate(sink); n > 0; n = inflater.inflate(sink)) {
                size += n;
                if (size > MOST_OF_ONE) {
                    throw new NotAPaper("correspondence.file.swells");
                }
            }
            return size;
        } catch (DataFormatException notPackedAnyMore) {
            return size;
        } finally {
            inflater.end();
        }
    }
}
