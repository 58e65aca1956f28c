package jp.futari.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.futari.access.application.EnrollmentLinks;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Opens a one-time link on the machine that is to be a terminal. */
@Controller
class TerminalController {

    private final EnrollmentLinks links;
    private final TerminalRecognition terminals;
    private final CalmPages pages;
    private final AuditTrail audit;

    TerminalController(EnrollmentLinks links, TerminalRecognition terminals, CalmPages pages, AuditTrail audit) {
        this.links = links;
        this.terminals = terminals;
        this.pages = pages;
        this.audit = audit;
    }

    @GetMapping("/terminal/enroll/{token}")
    void enroll(@PathVariable String token, HttpServletResponse response) throws IOException {
        Optional<String> secret = links.use(token);
        if (secret.isEmpty()) {
            audit.recordApart(AuditEvent.refusal("access.terminal-enrollment").with("code", "access.terminal-link-used").build());
            pages.write(response, 403, "access.terminal-link-used");
            return;
        }
        terminals.give(response, secret.get());
        response.sendRedirect("/");
    }
}
