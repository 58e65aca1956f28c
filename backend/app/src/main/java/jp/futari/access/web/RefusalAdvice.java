package jp.futari.access.web;

import jp.futari.shared.Refused;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns a refusal of this room into a problem response. */
@RestControllerAdvice(basePackageClasses = RefusalAdvice.class)
class RefusalAdvice {

    @ExceptionHandler
    ProblemDetail refused(Refused refused) {
        return Problems.of(refused);
    }
}
