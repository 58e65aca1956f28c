package jp.futari.correspondence.typography;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * 帳票のひな形: an XHTML page with places to fill. {@code data-text} takes a text (never markup), {@code data-if} keeps the element only if
 * the value is there, {@code data-each} repeats it for a list, {@code data-code} draws a machine-readable code.
 */
final class PrintTemplate {

    private final Document document;

    private PrintTemplate(Document document) {
        this.document = document;
    }

    static PrintTemplate read(String name) {
        try (InputStream in = PrintTemplate.class.getResourceAsStream("/templates/documents/" + name + ".html")) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new PrintTemplate(factory.newDocumentBuilder().parse(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("template " + name, e);
        }
    }

    /** The style sheet all papers share. */
    private static String styleSheet() {
        try (InputStream in = PrintTemplate.class.getResourceAsStream("/templates/documents/paper.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Document fill(Map<String, ?> values) {
        Element style = document.createElement("style");
        style.setTextContent(styleSheet());
        children(document.getDocumentElement()).get(0).appendChild(style);
        fill(document.getDocumentElement(), values);
        return document;
    }

    private void fill(Element element, Map<String, ?> values) {
        String list = element.getAttribute("data-each");
        if (!list.isEmpty()) {
            repeat(element, (List<?>) required(values, list));
            return;
        }
        String condition = element.getAttribute("data-if");
        if (!condition.isEmpty() && isAbsent(values.get(condition))) {
            element.getParentNode().removeChild(element);
            return;
        }
        fillContent(element, values);
        children(element).forEach(child -> fill(child, values));
    }

    @SuppressWarnings("unchecked")
    private void repeat(Element element, List<?> rows) {
        element.removeAttribute("data-each");
        for (Object row : rows) {
            Element copy = (Element) element.cloneNode(true);
            element.getParentNode().insertBefore(copy, element);
            fill(copy, (Map<String, ?>) row);
        }
        element.getParentNode().removeChild(element);
    }

    private void fillContent(Element element, Map<String, ?> values) {
        String text = element.getAttribute("data-text");
        if (!text.isEmpty()) {
            writeLines(element, String.valueOf(required(values, text)));
        }
        String code = element.getAttribute("data-code");
        if (!code.isEmpty()) {
            element.setAttribute("src", MachineCode.dataUri(String.valueOf(required(values, code)), element.getAttribute("data-form")));
        }
    }

    private void writeLines(Element element, String text) {
        element.setTextContent("");
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                element.appendChild(document.createElement("br"));
            }
            element.appendChild(document.createTextNode(lines[i]));
        }
    }

    private static Object required(Map<String, ?> values, String key) {
        Object value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the paper needs " + key);
        }
        return value;
    }

    private static boolean isAbsent(Object value) {
        return value == null || "".equals(value) || Boolean.FALSE.equals(value) || value instanceof List<?> list && list.isEmpty();
    }

    static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }
}
