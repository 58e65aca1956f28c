package jp.futari.correspondence.typography;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** 用紙番号のコード: the serial of a sheet as a QR code or a Code 128 bar code, for the scanner at the second person's desk. */
final class MachineCode {

    private static final int DOTS = 4;

    private MachineCode() {
    }

    static String dataUri(String serial, String form) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(serial, form));
    }

    private static byte[] png(String serial, String form) {
        try {
            boolean bars = "bars".equals(form);
            BitMatrix modules = bars
                    ? new MultiFormatWriter().encode(serial, BarcodeFormat.CODE_128, 0, 1, Map.of(EncodeHintType.MARGIN, 0))
                    : new MultiFormatWriter().encode(serial, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 0));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image(modules, bars ? 40 : DOTS), "png", out);
            return out.toByteArray();
        } catch (WriterException e) {
            throw new IllegalArgumentException("the serial cannot be encoded", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage image(BitMatrix modules, int height) {
        BufferedImage image = new BufferedImage(modules.getWidth() * DOTS, modules.getHeight() * height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, modules.get(x / DOTS, y / height) ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        return image;
    }
}
