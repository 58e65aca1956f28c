package jp.futari.correspondence;

import java.util.List;
import jp.futari.correspondence.typography.PrintFonts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 印刷できる字か: asked before a decision, so that a missing glyph is learnt at the desk and not at the printer. */
@Component
public class PrintableText {

    private final ObjectProvider<PrintFonts> fonts;

    PrintableText(ObjectProvider<PrintFonts> fonts) {
        this.fonts = fonts;
    }

    /** @return codes no configured font has, e.g. {@code U+2A6A5 (MJ056776)}; empty if the name can be printed */
    public List<String> missing(String name) {
        return fonts.getObject().missing(name, "name");
    }
}
