package jp.futari.casework.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.futari.access.CurrentOfficer;
import jp.futari.casework.application.CasePages;
import jp.futari.casework.application.StartingCases;
import jp.futari.casework.application.WithdrawingCases;
import jp.futari.casework.spi.CaseKind;
import jp.futari.shared.BusinessClock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opening cases and the case page over HTTP. */
@RestController
@RequestMapping("/api")
class CaseController {

    private final StartingCases starting;
    private final WithdrawingCases withdrawing;
    private final CasePages pages;
    private final CurrentOfficer current;
    private final BusinessClock clock;

    CaseController(StartingCases starting, WithdrawingCases withdrawing, CasePages pages, CurrentOfficer current, BusinessClock clock) {
        this.starting = starting;
        this.withdrawing = withdrawing;
        this.pages = pages;
        this.current = current;
        this.clock = clock;
    }

    record Start(String kind, String channel, LocalDate receivedOn, String subjectAddressee, String counterNote, boolean waiting, ObjectNode params) {
    }

    record Withdrawal(String reason) {
    }

    record Interest(String relation) {
    }

    @GetMapping("/case-kinds")
    List<Map<String, Object>> kinds() {
        return starting.startableBy(current.get()).stream().filter(CaseKind::isReceived).map(k -> Map.<String, Object>of("kind", k.key(), "label", k.label(), "section", k.section(), "channels", k.channels())).toList();
    }

    @PostMapping("/cases")
    JsonNode start(@RequestBody Start body, @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        var opening = new CaseKind.OpeningRequest(body.channel(), body.receivedOn() == null ? clock.today() : body.receivedOn(), body.subjectAddressee(), body.counterNote(), body.waiting(),
                body.params() == null ? JsonNodeFactory.instance.objectNode() : body.params());
        return starting.start(Requests.of("case.start", key, null, body), Requests.given(body.kind(), "kind"), opening);
    }

    @PostMapping("/cases/{no}/withdrawal")
    JsonNode withdraw(@PathVariable String no, @RequestBody Withdrawal body, @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        return withdrawing.withdraw(Requests.of("case.withdraw", key, null, no, body), no, body.reason());
    }

    @PostMapping("/cases/{no}/interest")
    JsonNode interest(@PathVariable String no, @RequestBody Interest body, @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        return withdrawing.declareInterest(Requests.of("case.interest", key, null, no, body), no, body.relation());
    }

    @GetMapping("/cases/{no}")
    JsonNode overview(@PathVariable String no) {
        return pages.overview(no);
    }

    @GetMapping("/cases/{no}/history")
    JsonNode history(@PathVariable String no) {
        return pages.history(no);
    }

    @GetMapping("/cases/{no}/flow")
    JsonNode flow(@PathVariable String no) {
        return pages.flow(no);
    }

    @GetMapping("/cases/{no}/deadlines")
    JsonNode deadlines(@PathVariable String no) {
        return pages.deadlinesOf(no);
    }

    @GetMapping("/cases/{no}/related")
    JsonNode related(@PathVariable String no) {
        return pages.relatedTo(no);
    }

    @GetMapping("/cases/{no}/documents")
    JsonNode documents(@PathVariable String no) {
        return pages.documents(no);
    }

    @GetMapping("/cases/{no}/people")
    JsonNode people(@PathVariable String no) {
        return pages.people(no);
    }

    @GetMapping("/cases/{no}/readers")
    JsonNode readers(@PathVariable String no) {
        return pages.readers(no);
    }
}
