package jp.futari.correspondence.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.futari.correspondence.application.KeepingPapers;
import jp.futari.correspondence.application.KeepingPapers.HandMask;
import jp.futari.correspondence.application.KeepingPapers.Upload;
import jp.futari.correspondence.papers.Box;
import jp.futari.correspondence.persistence.Document;
import jp.futari.shared.FieldProblem;
import jp.futari.shared.Refused;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Papers over HTTP: taken in as files, given out as masked pictures. */
@RestController
class DocumentController {

    private final KeepingPapers papers;
    private final ObjectMapper json;

    DocumentController(KeepingPapers papers, ObjectMapper json) {
        this.papers = papers;
        this.json = json;
    }

    @PostMapping("/api/cases/{no}/documents")
    Map<String, Object> upload(@PathVariable String no, @RequestParam(required = false) MultipartFile file, @RequestParam(required = false) String title,
                               @RequestParam(required = false) String template, @RequestParam(required = false) String masks,
                               @RequestHeader(name = "Idempotency-Key", required = false) UUID key) throws IOException {
        if (file == null) {
            throw Refused.fields(List.of(FieldProblem.of("file", "web.missing")));
        }
        String layout = template == null || template.isBlank() ? null : template;
        return shown(papers.keep(no, new Upload(file.getBytes(), title, layout, masks(masks), key)));
    }

    /** A page of a file that is not kept yet, back to whoever hands it in: there they draw what to hide. */
    @PostMapping("/api/cases/{no}/documents/preview")
    ResponseEntity<Map<String, Object>> preview(@PathVariable String no, @RequestParam(required = false) MultipartFile file, @RequestParam(defaultValue = "1") int page) throws IOException {
        if (file == null) {
            throw Refused.fields(List.of(FieldProblem.of("file", "web.missing")));
        }
        KeepingPapers.Preview shown = papers.preview(no, file.getBytes(), page);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("pages", shown.pages(), "no", shown.no(), "width", shown.width(), "height", shown.height(),
                "image", "data:image/png;base64," + Base64.getEncoder().encodeToString(shown.image())));
    }

    private List<HandMask> masks(String text) {
        try {
            return text == null || text.isBlank() ? null : json.readValue(text, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw Refused.fields(List.of(FieldProblem.of("masks", "correspondence.masks.unreadable")));
        }
    }

    private static Map<String, Object> shown(Document document) {
        return Map.of("id", document.id(), "title", document.title(),
                "pages", document.pages().stream().map(page -> Map.of("no", page.no(), "width", page.width(), "height", page.height())).toList());
    }

    @GetMapping("/api/documents/{id}/pages/{no}")
    ResponseEntity<byte[]> page(@PathVariable UUID id, @PathVariable int no) {
        return picture(papers.page(id, no));
    }

    @GetMapping("/api/documents/{id}/pages/{no}/crop")
    ResponseEntity<byte[]> crop(@PathVariable UUID id, @PathVariable int no, @RequestParam String box) {
        return picture(papers.crop(id, no, box(box)));
    }

    private static Box box(String text) {
        try {
            return Box.parse(text);
        } catch (IllegalArgumentException e) {
            throw Refused.fields(List.of(FieldProblem.of("box", "correspondence.box.outside")));
        }
    }

    private static ResponseEntity<byte[]> picture(byte[] png) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.IMAGE_PNG).header("X-Content-Type-Options", "nosniff").body(png);
    }
}
