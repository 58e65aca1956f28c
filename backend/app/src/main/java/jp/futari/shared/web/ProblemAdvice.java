package jp.futari.shared.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.futari.shared.LostRace;
import jp.futari.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * Turns refusals, bad input and failures into {@code application/problem+json}: what, where, what to do. A failure carries a number that
 * support can look up; neither answer nor log holds a value that someone typed.
 */
@RestControllerAdvice
@Order(1000)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final RefusalSentences sentences;

    ProblemAdvice(RefusalSentences sentences) {
        this.sentences = sentences;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        ProblemDetail problem = problem(HttpStatusCode.valueOf(refused.status()), refused.code(), refused.params());
        if (!refused.params().isEmpty()) {
            problem.setProperty("params", refused.params());
        }
        if (!refused.fields().isEmpty()) {
            problem.setProperty("fields", refused.fields().stream().map(f -> field(f.key(), f.code(), f.params())).toList());
        }
        if (refused.conflict() != null) {
            problem.setProperty("conflict", refused.conflict());
        }
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "web.malformed-body", Map.of());
        if (e.getCause() instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String key = mapping.getPath().stream().map(r -> r.getFieldName() == null ? String.valueOf(r.getIndex()) : r.getFieldName()).collect(Collectors.joining("."));
            problem.setProperty("fields", List.of(field(key.length() > 80 ? key.substring(0, 80) : key, "web.wrong-type", Map.of())));
        }
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(MethodArgumentNotValidException e) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, "web.malformed-body", Map.of());
        problem.setProperty("fields", e.getFieldErrors().stream().map(f -> field(f.getField(), "web.missing", Map.of())).toList());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(MethodArgumentTypeMismatchException e) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "web.wrong-type", Map.of());
        problem.setProperty("fields", List.of(field(e.getName(), "web.wrong-type", Map.of())));
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException e) {
        ProblemDetail problem = problem(HttpStatus.PAYLOAD_TOO_LARGE, "web.file-too-large", Map.of());
        problem.setProperty("fields", List.of(field("file", "web.file-too-large", Map.of())));
        return answer(problem);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> failed(Exception e) {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(problem(known.getStatusCode(), "web." + HttpStatus.valueOf(known.getStatusCode().value()).name().toLowerCase().replace('_', '-'), Map.of()));
        }
        if (e instanceof org.springframework.security.access.AccessDeniedException) {
            return answer(problem(HttpStatus.FORBIDDEN, "access.role-missing", Map.of()));
        }
        if (LostRace.isBehind(e)) {
            LOG.warn("lost a race: {}", e.getClass().getName());   // the same one again and again is no race
            return answer(problem(HttpStatus.CONFLICT, LostRace.CODE, Map.of()));
        }
        if (UnstorableText.isBehind(e)) {
            return answer(problem(HttpStatus.UNPROCESSABLE_ENTITY, UnstorableText.CODE, Map.of()));
        }
        String number = "E-" + UUID.randomUUID().toString().substring(0, 8);
        LOG.error("{} {}", number, e.getClass().getName(), WithoutMessages.of(e));
        ProblemDetail problem = problem(HttpStatus.INTERNAL_SERVER_ERROR, "web.failure", Map.of("number", number));
        problem.setProperty("number", number);
        return answer(problem);
    }

    private ProblemDetail problem(HttpStatusCode status, String code, Map<String, String> params) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentences.of(code, params));
        problem.setProperty("code", code);
        return problem;
    }

    private Map<String, Object> field(String key, String code, Map<String, String> params) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("key", key);
        field.put("code", code);
        field.put("message", sentences.of(code, params));
        return field;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    /** A failure's trace without its messages: a database's message may quote the row that someone typed. */
    static final class WithoutMessages extends RuntimeException {

        private WithoutMessages(Throwable of, Throwable cause) {
            super(of.getClass().getName(), cause, false, true);
            setStackTrace(of.getStackTrace());
        }

        static WithoutMessages of(Throwable failure) {
            return new WithoutMessages(failure, failure.getCause() == null || failure.getCause() == failure ? null : of(failure.getCause()));
        }
    }
}
