package jp.futari.mynumber.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jp.futari.mynumber.CandidateId;
import jp.futari.mynumber.application.KeepingCandidates;
import jp.futari.mynumber.application.RevealedNumber;
import jp.futari.mynumber.application.RevealingOnce;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 個人番号: one way in (a typed number becomes a candidate) and one way out (the recorded reveal). Bodies only, never a URL. */
@RestController
@RequestMapping("/api/mynumber")
class NumberController {

    private final KeepingCandidates candidates;
    private final RevealingOnce reveals;

    NumberController(KeepingCandidates candidates, RevealingOnce reveals) {
        this.candidates = candidates;
        this.reveals = reveals;
    }

    @PostMapping("/candidates")
    ResponseEntity<Kept> keep(@Valid @RequestBody Typed typed) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Kept(candidates.keep(typed.taskId(), typed.field(), typed.number())));
    }

    @PostMapping("/reveals")
    ResponseEntity<RevealedNumber> reveal(@Valid @RequestBody Asked asked) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(reveals.reveal(asked.taskId(), asked.field(), asked.purpose()));
    }

    /** The number arrives as characters that can be wiped, and has no text form. */
    record Typed(@NotBlank String taskId, @NotBlank String field, @NotNull char[] number) {

        @Override
        public String toString() {
            return "Typed[" + taskId + ", " + field + "]";
        }
    }

    record Kept(CandidateId candidate) {
    }

    record Asked(@NotBlank String taskId, @NotBlank String field, @NotBlank String purpose) {
    }
}
