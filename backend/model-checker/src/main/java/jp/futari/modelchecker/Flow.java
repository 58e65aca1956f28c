package jp.futari.modelchecker;

import java.util.List;
import org.w3c.dom.Element;

/** A sequence flow, seen from the node it leaves. */
record Flow(String id, Node target, List<Element> conditions) {

    boolean isConditional() {
        return !conditions.isEmpty();
    }

    String condition() {
        return isConditional() ? Xml.ownText(conditions.get(0)) : "";
    }
}
