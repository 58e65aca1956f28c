package jp.futari.correspondence.application;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.futari.access.CurrentOfficer;
import jp.futari.access.Rights;
import jp.futari.access.SignedIn;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.casework.CaseDoor;
import jp.futari.correspondence.Papers;
import jp.futari.correspondence.papers.Box;
import jp.futari.correspondence.papers.IntakePaper;
import jp.futari.correspondence.papers.NotAPaper;
import jp.futari.correspondence.papers.PageImage;
import jp.futari.correspondence.papers.PaperFile;
import jp.futari.correspondence.papers.PaperTemplates;
import jp.futari.correspondence.persistence.Document;
import jp.futari.correspondence.persistence.Documents;
import jp.futari.mynumber.SealedPages;
import jp.futari.shared.BusinessClock;
import jp.futari.shared.FieldProblem;
import jp.futari.shared.Refused;
import org.springframework.stereotype.Service;

/**
 * 書類の受け入れ: a file becomes masked pages. The original is not kept: what was hidden is sealed in the vault, page by page, and everything
 * else of the file is thrown away.
 */
@Service
public class KeepingPapers {

    private static final String STORING = "store-papers";
    private static final int LONGEST_TITLE = 100;
    private static final int MOST_MASKS = 200;
    private static final double MOST_STRETCH = 0.1;

    private final CaseDoor cases;
    private final CurrentOfficer current;
    private final Rights rights;
    private final PaperTemplates templates;
    private final SealedPages vault;
    private final FileStore store;
    private final Documents documents;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final Recorded recorded;

    KeepingPapers(CaseDoor cases, CurrentOfficer current, Rights rights, PaperTemplates templates, SealedPages vault, FileStore store, Documents documents, AuditTrail audit,
                  BusinessClock clock, Recorded recorded) {
        this.cases = cases;
        this.current = current;
        this.rights = rights;
        this.templates = templates;
        this.vault = vault;
        this.store = store;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
        this.recorded = recorded;
    }

    /** A region hidden by hand. */
    public record HandMask(int page, Box box) {
    }

    /**
     * @param bytes    the file; its name is not even looked at
     * @param template id of a known layout, or null
     * @param masks    for an unknown layout: what was hidden by hand; an empty list says that no number is on it; null only with a template
     * @param request  the idempotency key, or null
     */
    public record Upload(byte[] bytes, String title, String template, List<HandMask> masks, UUID request) {
    }

    /** @throws Refused 403, 404, or 422 with the field that keeps the paper from being taken */
    public Document keep(String caseNo, Upload upload) {
        return recorded.act("document.upload", () -> {
            SignedIn person = current.get();
            UUID caseId = mayAdd(caseNo, person);
            UUID id = id(upload.request(), person, caseId);
            Optional<Document> earlier = documents.find(id);
            return earlier.orElseGet(() -> keep(id, caseId, person, upload));
        });
    }

    private UUID mayAdd(String caseNo, SignedIn person) {
        UUID caseId = cases.open(caseNo, person);
        if (!rights.of(person).may(Papers.ADDED_BY, null)) {
            throw Refused.forbidden("access.role-missing");
        }
        if (!cases.isRunning(caseId)) {
            throw Refused.conflict("correspondence.case.closed", null);
        }
        return caseId;
    }

    private static UUID id(UUID request, SignedIn person, UUID caseId) {
        return request == null ? UUID.randomUUID() : UUID.nameUUIDFromBytes((request + person.officer().no() + caseId).getBytes(StandardCharsets.US_ASCII));
    }

    private Document keep(UUID id, UUID caseId, SignedIn person, Upload upload) {
        Optional<IntakePaper> layout = layout(upload);
        PaperFile file = read(upload.bytes());
        mustName(upload, file.pages().size());
        String title = title(upload.title(), layout);
        List<Document.Page> pages = pages(id, file, layout, upload);
        Document document = new Document(id, caseId, title, layout.map(IntakePaper::id).orElse(null), file.mediaType(), person.officer().no(), clock.now(), pages);
        documents.add(document);
        audit.record(AuditEvent.act("document.uploaded").inCase(caseId).with("document", id).with("template", document.template()).with("pages", pages.size())
                .with("masks", pages.stream().map(page -> page.masks().size()).toList()).with("regions", regions(upload)).with("images", pages.stream().map(Document.Page::imageHash).toList()).build());
        return document;
    }

    /** One page of a file that is not kept yet, for drawing what to hide; nothing of it is stored. @param image PNG */
    public record Preview(int pages, int no, int width, int height, byte[] image) {
    }

    /** @throws Refused as {@link #keep} would */
    public Preview preview(String caseNo, byte[] bytes, int no) {
        return recorded.act("document.preview", () -> {
            UUID caseId = mayAdd(caseNo, current.get());
            List<BufferedImage> pages = read(bytes).pages();
            if (no < 1 || no > pages.size()) {
                throw problem("page", "correspondence.masks.no-such-page");
            }
            BufferedImage page = pages.get(no - 1);
            audit.record(AuditEvent.act("document.previewed").inCase(caseId).with("page", no).with("pages", pages.size()).build());
            return new Preview(pages.size(), no, page.getWidth(), page.getHeight(), PageImage.png(page));
        });
    }

    /** All pages or none: a store that fills up on the way keeps nothing of the paper. */
    private List<Document.Page> pages(UUID document, PaperFile file, Optional<IntakePaper> layout, Upload upload) {
        try (FileStore.Bundle bundle = store.bundle()) {
            List<Document.Page> pages = new ArrayList<>();
            for (int no = 1; no <= file.pages().size(); no++) {
                pages.add(page(document, no, file.pages().get(no - 1), masks(layout, upload, no, file.pages().get(no - 1)), bundle));
            }
            bundle.keep();
            return pages;
        }
    }

    private Optional<IntakePaper> layout(Upload upload) {
        if (upload.template() != null && !templates.knows(upload.template())) {
            throw problem("template", "correspondence.template.unknown");
        }
        if (upload.template() == null && upload.masks() == null) {
            throw problem("masks", "correspondence.masks.needed");
        }
        if (upload.masks() != null && upload.masks().size() > MOST_MASKS) {
            throw problem("masks", "correspondence.masks.too-many");
        }
        return templates.find(upload.template());
    }

    /** What the person drew, as drawn; an empty list says that they found no number; null where the layout hides. */
    private static List<Map<String, Object>> regions(Upload upload) {
        return upload.masks() == null ? null : upload.masks().stream().map(mask -> Map.<String, Object>of("page", mask.page(), "box", mask.box().numbers())).toList();
    }

    private static void mustName(Upload upload, int pages) {
        if (upload.masks() != null && upload.masks().stream().anyMatch(mask -> mask.box() == null || mask.page() < 1 || mask.page() > pages)) {
            throw problem("masks", "correspondence.masks.no-such-page");
        }
    }

    private static PaperFile read(byte[] bytes) {
        try {
            return PaperFile.read(bytes);
        } catch (NotAPaper refused) {
            throw Refused.fields(List.of(FieldProblem.of("file", refused.code(), refused.params())));
        }
    }

    private static List<Box> masks(Optional<IntakePaper> layout, Upload upload, int no, BufferedImage image) {
        List<Box> masks = new ArrayList<>(layout.map(paper -> ofLayout(paper, no, image)).orElse(List.of()));
        if (upload.masks() != null) {
            upload.masks().stream().filter(mask -> mask.page() == no).map(HandMask::box).forEach(masks::add);
        }
        return masks;
    }

    /** A page of another shape is not this layout: its boxes would hide the wrong places. */
    private static List<Box> ofLayout(IntakePaper paper, int no, BufferedImage image) {
        IntakePaper.Page page = paper.pages().get(Math.min(no, paper.pages().size()) - 1);
        double asked = page.width() / page.height();
        double found = (double) image.getWidth() / image.getHeight();
        if (Math.abs(found / asked - 1) > MOST_STRETCH) {
            throw problem("template", "correspondence.template.other-shape");
        }
        return paper.masksOf(no);
    }

    private Document.Page page(UUID document, int no, BufferedImage image, List<Box> masks, FileStore.Bundle bundle) {
        boolean isHiding = !masks.isEmpty();
        if (isHiding) {
            vault.seal(document, no, PageImage.png(image));
        }
        String hash = bundle.add(PageImage.png(isHiding ? PageImage.masked(image, masks) : image));
        return new Document.Page(no, image.getWidth(), image.getHeight(), hash, masks, isHiding);
    }

    private static String title(String asked, Optional<IntakePaper> layout) {
        String title = asked == null || asked.isBlank() ? layout.map(IntakePaper::title).orElse("") : asked.strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE || title.codePoints().anyMatch(Character::isISOControl) || title.replaceAll("\\D", "").length() >= 12) {
            throw problem("title", "correspondence.title.one-line");
        }
        return title;
    }

    private static Refused problem(String field, String code) {
        return Refused.fields(List.of(FieldProblem.of(field, code)));
    }

    /** One masked page. @throws Refused 404 unknown or not yours to see yet, 403 not your case */
    public byte[] page(UUID id, int no) {
        return recorded.act("document.open", () -> open(id, no, null));
    }

    /** The part of a masked page a field stands in. */
    public byte[] crop(UUID id, int no, Box box) {
        return recorded.act("document.open", () -> PageImage.crop(open(id, no, box), box));
    }

    private byte[] open(UUID id, int no, Box box) {
        SignedIn person = current.get();
        Document document = documents.find(id).orElseThrow(() -> Refused.notFound("correspondence.document.unknown"));
        cases.open(document.caseId(), person);
        if (document.isMaskedByHand() && !maySeeUnconfirmed(document, person)) {
            throw Refused.forbidden("correspondence.document.masks-unconfirmed");
        }
        Document.Page page = document.pages().stream().filter(candidate -> candidate.no() == no).findFirst()
                .orElseThrow(() -> Refused.notFound("correspondence.document.unknown"));
        audit.record(AuditEvent.read("document.opened").inCase(document.caseId()).purpose("case:document").of(cases.addressees(document.caseId())).with("document", id)
                .with("page", no).with("box", box == null ? null : box.numbers()).build());
        return store.get(page.imageHash());
    }

    /** Hidden by hand: until two people have confirmed it, only they who work on the case see it. */
    private boolean maySeeUnconfirmed(Document document, SignedIn person) {
        return document.uploadedBy().equals(person.officer().no()) || cases.worksOn(document.caseId(), person) || areMasksConfirmed(document.caseId(), document.uploadedAt());
    }

    /** The second person of 書類の保管 confirms what is hidden. After it, or in a case without it, the next confirmed step does. */
    private boolean areMasksConfirmed(UUID caseId, Instant uploaded) {
        return !cases.isAhead(caseId, STORING) && cases.confirmedSince(caseId, uploaded);
    }
}
