package jp.futari.modelchecker;

import java.util.LinkedList;
import java.util.List;

/** The nodes passed on the way to a situation, newest first inside, oldest first outside. */
record Trail(Trail before, Node node) {

    static List<String> ids(Trail trail) {
        var ids = new LinkedList<String>();
        for (var step = trail; step != null; step = step.before()) {
            ids.addFirst(step.node().id());
        }
        return ids;
    }
}
