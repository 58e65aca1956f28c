package jp.futari.access.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jp.futari.shared.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Writes a refusal as {@code application/problem+json} (contract section 3) where no controller is reached. */
@Component
class Problems {

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    static ProblemDetail of(Refused refused) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(refused.status()), Sentences.of(refused.code()));
        problem.setProperty("code", refused.code());
        if (!refused.params().isEmpty()) {
            problem.setProperty("params", refused.params());
        }
        if (!refused.fields().isEmpty()) {
            problem.setProperty("fields", refused.fields());
        }
        return problem;
    }

    void write(HttpServletResponse response, Refused refused) throws IOException {
        response.setStatus(refused.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(json.writeValueAsBytes(of(refused)));
    }
}
