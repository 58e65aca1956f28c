package jp.futari.correspondence.web;

import java.util.UUID;
import jp.futari.correspondence.application.PrintedPapers;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The file of a printed sheet over HTTP. */
@RestController
class PrintJobController {

    private final PrintedPapers papers;

    PrintJobController(PrintedPapers papers) {
        this.papers = papers;
    }

    @GetMapping("/api/print-jobs/{id}.pdf")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + id + ".pdf\"").header("X-Content-Type-Options", "nosniff").body(papers.open(id));
    }
}
