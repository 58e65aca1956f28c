package jp.futari.correspondence.papers;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** 画像: a page as pixels — made plain, masked, cropped, written as PNG. */
public final class PageImage {

    private static final int LONGEST_SIDE = 2400;
    private static final Color HIDDEN = new Color(0xD9D9D9);
    private static final Color HATCH = new Color(0xBDBDBD);

    private PageImage() {
    }

    /** Opaque RGB on white, at most 2,400 pixels long: enough to read, no layers or colour tricks left. */
    static BufferedImage plain(BufferedImage image) {
        double scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return plain;
    }

    /** 隠す: a copy whose pixels in the boxes are gone, not covered. */
    public static BufferedImage masked(BufferedImage page, List<Box> masks) {
        BufferedImage copy = plain(page);
        Graphics2D pen = copy.createGraphics();
        masks.forEach(mask -> hide(pen, pixels(mask, copy.getWidth(), copy.getHeight())));
        pen.dispose();
        return copy;
    }

    private static void hide(Graphics2D pen, Rectangle region) {
        pen.setClip(region);
        pen.setColor(HIDDEN);
        pen.fill(region);
        pen.setColor(HATCH);
        pen.setStroke(new BasicStroke(6));
        for (int x = region.x - region.height; x < region.x + region.width; x += 18) {
            pen.drawLine(x, region.y + region.height, x + region.height, region.y);
        }
        pen.setClip(null);
    }

    /** Whole pixels: a box never leaves a sliver of what it hides. */
    static Rectangle pixels(Box box, int width, int height) {
        int left = (int) Math.floor(box.x() * width);
        int top = (int) Math.floor(box.y() * height);
        int right = Math.min(width, (int) Math.ceil((box.x() + box.width()) * width));
        int bottom = Math.min(height, (int) Math.ceil((box.y() + box.height()) * height));
        return new Rectangle(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    public static byte[] png(BufferedImage image) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] crop(byte[] png, Box box) {
        try {
            BufferedImage page = ImageIO.read(new ByteArrayInputStream(png));
            Rectangle region = pixels(box, page.getWidth(), page.getHeight()).intersection(new Rectangle(page.getWidth(), page.getHeight()));
            return png(page.getSubimage(region.x, region.y, region.width, region.height));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
