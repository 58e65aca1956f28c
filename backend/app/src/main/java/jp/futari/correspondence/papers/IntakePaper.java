package jp.futari.correspondence.papers;

import java.util.List;
import java.util.Map;

/** 受付の用紙: a known layout — where each field stands, and what must be hidden before an image of it leaves. */
public record IntakePaper(String id, String title, String note, List<Page> pages) {

    /** @param width and {@code height} in millimetres */
    public record Page(int no, double width, double height, List<Text> texts, List<Label> labels, Map<String, Box> boxes, List<Box> masks) {
    }

    /** Printed words without a frame; {@code size} in points. */
    public record Text(String text, Box box, double size, String align) {
    }

    /** The printed head of a field. */
    public record Label(String text, Box box) {
    }

    /** The regions hidden on a page; a page beyond the layout is hidden as the last known one is. */
    public List<Box> masksOf(int page) {
        return pages.get(Math.min(page, pages.size()) - 1).masks();
    }
}
