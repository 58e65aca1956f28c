package jp.futari.demo.papers;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import jp.futari.correspondence.papers.Box;
import jp.futari.correspondence.papers.IntakePaper;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One form being drawn: frames and heads in black, what a person wrote in blue, the office's date stamp in red. */
final class PaperSheet {

    private static final Set<String> SMALL = Set.of("kana", "headKana", "insuredKana", "postalCode", "documents", "residenceStatus", "residenceUntil", "occupation",
            "agentAuthority");
    private static final double PRINTED = 8.5;
    private static final double MILLIMETRES_A_POINT = 0.3528;
    private static final String LOOK = """
            @page { size: 210mm 297mm; margin: 0; background-color: #fffefb }
            body { margin: 0; color: #222; line-height: 1.25 }
            .sheet { position: relative; width: 210mm; height: 296.5mm; page-break-after: always; overflow: hidden }
            .sheet.last { page-break-after: auto }
            .b { position: absolute; border: 0.3mm solid #555; overflow: hidden }
            .t { position: absolute }
            .cap { background-color: #f2f0ea; text-align: center; }
            .hand { color: #1d2f8a; padding-left: 1.5mm }
            .ticks { padding-left: 1.5mm }
            .stamp { position: absolute; left: 168mm; top: 9mm; width: 23mm; height: 23mm; border: 0.5mm solid #b03a2e; border-radius: 12mm; color: #b03a2e; font-size: 8pt;
                     text-align: center; line-height: 1.5; -fs-transform: rotate(-8deg); transform: rotate(-8deg) }
            .title { letter-spacing: 1.2mm }
            """;

    private final Document document;
    private final Element body;
    private Element sheet;
    private double width;
    private double height;

    PaperSheet() {
        try {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        Element html = document.createElement("html");
        html.setAttribute("lang", "ja");
        document.appendChild(html);
        Element head = add(html, "head", "");
        add(head, "title", "").setTextContent("見本の用紙");
        add(head, "style", "").setTextContent(LOOK);
        body = add(html, "body", "mincho");
    }

    private Element add(Element parent, String tag, String look) {
        Element element = document.createElement(tag);
        if (!look.isEmpty()) {
            element.setAttribute("class", look);
        }
        parent.appendChild(element);
        return element;
    }

    Document document() {
        sheet.setAttribute("class", "sheet last");
        return document;
    }

    void page(IntakePaper.Page page) {
        width = page.width();
        height = page.height();
        sheet = add(body, "div", "sheet");
    }

    void print(IntakePaper.Text text) {
        boolean isTitle = text.size() > 11;
        Element element = place("t" + (isTitle ? " title" : ""), text.box(), "font-size:" + text.size() + "pt;text-align:" + text.align());
        element.setTextContent(text.text());
    }

    void head(IntakePaper.Label label) {
        fitted("b cap", label.box(), label.text(), PRINTED, 6.5);
    }

    void tick(Box box, String choices) {
        fitted("b ticks", box, choices, PRINTED, 7.5);
    }

    void write(Box box, String field, String value) {
        fitted("b hand", box, value, SMALL.contains(field) ? 9 : 12, 8);
    }

    void received(LocalDate day) {
        Element stamp = add(sheet, "div", "stamp");
        Element top = add(stamp, "div", "");
        top.setAttribute("style", "margin-top:6mm");
        top.setTextContent("受付 " + (day.getYear() - 2018) + "." + day.getMonthValue() + "." + day.getDayOfMonth());
        add(stamp, "div", "").setTextContent("保険年金課");
    }

    /** Writes as large as the box allows, on two lines only where even the smallest size needs them; in the middle of the box's height. */
    private void fitted(String look, Box box, String text, double size, double smallest) {
        double room = box.width() * width - 3;
        double points = Math.min(size, Math.max(smallest, room / (ems(text) * MILLIMETRES_A_POINT)));
        int lines = ems(text) * points * MILLIMETRES_A_POINT > room + 0.1 ? 2 : 1;
        double above = Math.max(0, (box.height() * height - points * 1.25 * MILLIMETRES_A_POINT * lines) / 2 - 0.4);
        place(look, box, String.format(Locale.ROOT, "font-size:%.2fpt;padding-top:%.2fmm", points, above)).setTextContent(text);
    }

    private static double ems(String text) {
        return Math.max(0.5, text.codePoints().mapToDouble(code -> code < 0x250 ? 0.55 : 1).sum());
    }

    private Element place(String look, Box box, String style) {
        Element element = add(sheet, "div", look);
        element.setAttribute("style", String.format(Locale.ROOT, "box-sizing:border-box;left:%.2fmm;top:%.2fmm;width:%.2fmm;height:%.2fmm;%s", box.x() * width,
                box.y() * height, box.width() * width, box.height() * height, style));
        return element;
    }
}
