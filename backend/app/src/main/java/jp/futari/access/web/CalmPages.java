package jp.futari.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The few pages outside the application: says what happened, what to do and whom to call; no script inside, nothing to guess. */
@Component
class CalmPages {

    private final String template;

    CalmPages() {
        try {
            template = new ClassPathResource("jp/futari/access/calm-page.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param code a refusal whose sentences are {@code page.<code>.title} and {@code page.<code>.text} */
    void write(HttpServletResponse response, int status, String code) throws IOException {
        String html = template
                .replace("{{title}}", HtmlUtils.htmlEscape(Sentences.of("page." + code + ".title")))
                .replace("{{text}}", HtmlUtils.htmlEscape(Sentences.of("page." + code + ".text")))
                .replace("{{english}}", HtmlUtils.htmlEscape(Sentences.of("page." + code + ".english")))
                .replace("{{code}}", HtmlUtils.htmlEscape(code));
        response.setStatus(status);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }
}
