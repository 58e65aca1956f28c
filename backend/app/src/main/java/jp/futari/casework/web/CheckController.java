package jp.futari.casework.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import jp.futari.casework.application.CheckingSteps;
import jp.futari.casework.application.CheckingSteps.ReturnedField;
import jp.futari.casework.application.ItemAnswer;
import jp.futari.casework.application.WorkPages;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The check screen over HTTP (screens.md 8.7). */
@RestController
@RequestMapping("/api/checks/{id}")
class CheckController {

    private final CheckingSteps checking;
    private final WorkPages pages;

    CheckController(CheckingSteps checking, WorkPages pages) {
        this.checking = checking;
        this.pages = pages;
    }

    record Attempt(String value) {
    }

    record Answer(String answer, List<String> fields, String reason, String note) {
    }

    record Return(String note, List<ReturnedField> fields) {
    }

    @GetMapping
    JsonNode open(@PathVariable String id) {
        return pages.check(id);
    }

    /** Takes the check if it is free, and opens it. */
    @PostMapping("/begin")
    JsonNode begin(@PathVariable String id) {
        return pages.begin(id);
    }

    @PostMapping("/items/{key}/attempts")
    JsonNode attempt(@PathVariable String id, @PathVariable String key, @RequestBody Attempt body, @RequestHeader(name = "Idempotency-Key", required = false) String request) {
        return checking.attempt(Requests.of("check.attempt", request, null, id, key, Requests.withoutNumber(body.value())), id, key, body.value());
    }

    @PostMapping("/items/{key}/answer")
    JsonNode answer(@PathVariable String id, @PathVariable String key, @RequestBody Answer body, @RequestHeader(name = "Idempotency-Key", required = false) String request) {
        return checking.answer(Requests.of("check.answer", request, null, id, key, body), id, key,
                new ItemAnswer(Requests.given(body.answer(), "answer"), body.fields(), body.reason(), body.note()));
    }

    @PostMapping("/complete")
    JsonNode complete(@PathVariable String id, @RequestHeader(name = "Idempotency-Key", required = false) String request, @RequestHeader(name = "If-Match", required = false) String version) {
        return checking.confirm(Requests.of("check.complete", request, version, id), id);
    }

    @PostMapping("/return")
    JsonNode giveBack(@PathVariable String id, @RequestBody Return body, @RequestHeader(name = "Idempotency-Key", required = false) String request,
                      @RequestHeader(name = "If-Match", required = false) String version) {
        return checking.giveBack(Requests.of("check.return", request, version, id, body), id, body.note(), body.fields());
    }
}
