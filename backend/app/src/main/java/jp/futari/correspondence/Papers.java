package jp.futari.correspondence;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.futari.casework.spi.CaseSources;
import jp.futari.correspondence.persistence.Document;
import jp.futari.correspondence.persistence.Documents;
import org.springframework.stereotype.Component;

/** 書類: the papers of a case, for the work screens and the case page. */
@Component
public class Papers implements CaseSources {

    /** Duties that receive papers (WORK-04). */
    public static final Set<String> ADDED_BY = Set.of("counter-clerk", "eligibility-clerk", "section-chief");

    private final Documents documents;

    Papers(Documents documents) {
        this.documents = documents;
    }

    @Override
    public List<Source> of(UUID caseId) {
        return sourcesOf(caseId);
    }

    @Override
    public boolean mayBeAddedBy(Set<String> roles) {
        return roles.stream().anyMatch(ADDED_BY::contains);
    }

    /** Papers in the order they came, each with its pages. */
    public List<Source> sourcesOf(UUID caseId) {
        return documents.ofCase(caseId).stream().map(document -> new Source(document.id(), document.title(), document.template(),
                document.pages().stream().map(page -> new Page(page.no(), page.width(), page.height())).toList())).toList();
    }

    /** 手で隠した書類: papers of an unknown layout, each with how many places are hidden on each page. */
    public List<HandMasked> handMasked(UUID caseId) {
        return documents.ofCase(caseId).stream().filter(Document::isMaskedByHand)
                .map(document -> new HandMasked(document.title(), document.pages().stream().map(page -> page.masks().size()).toList())).toList();
    }

    /** @param hidden number of places hidden, page by page */
    public record HandMasked(String title, List<Integer> hidden) {
    }

    /** Whether something is hidden on a paper of this case. */
    public boolean hasHiddenNumbers(UUID caseId) {
        return documents.ofCase(caseId).stream().flatMap(document -> document.pages().stream()).anyMatch(page -> !page.masks().isEmpty());
    }
}
