package jp.futari.eligibility.web;

import java.util.UUID;
import jp.futari.eligibility.application.ReadingConfirmationList;
import jp.futari.shared.Refused;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 個人番号の確認リスト: the list, open or settled. A row is settled by a case of its own ({@code POST /api/cases}). */
@RestController
class NumberConfirmationController {

    private final ReadingConfirmationList reading;

    NumberConfirmationController(ReadingConfirmationList reading) {
        this.reading = reading;
    }

    @GetMapping("/api/number-confirmations")
    ResponseEntity<ReadingConfirmationList.Page> page(@RequestParam(defaultValue = "open") String state, @RequestParam(required = false) UUID cursor) {
        boolean settled = switch (state) {
            case "open" -> false;
            case "settled" -> true;
            default -> throw Refused.unprocessable("eligibility.confirmation.filter-unknown");
        };
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(reading.page(settled, cursor));
    }
}
