package jp.futari.casework.spi;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** 原本: the papers and images of a case, as the work screens show them; implemented by the room that keeps papers. */
public interface CaseSources {

    List<Source> of(UUID caseId);

    /** Whether somebody with these roles may add a paper to an open case: the case page offers it to nobody else. */
    boolean mayBeAddedBy(Set<String> roles);

    /** @param template id of the form template whose coordinates the evidence uses, or null */
    record Source(UUID id, String title, String template, List<Page> pages) {
    }

    record Page(int no, int width, int height) {
    }
}
