package jp.futari.casework.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import jp.futari.casework.application.Assignees;
import jp.futari.casework.application.ClaimingTasks;
import jp.futari.casework.application.Drafts;
import jp.futari.casework.application.EnteringSteps;
import jp.futari.casework.application.Inbox;
import jp.futari.casework.application.RecallingEntries;
import jp.futari.casework.application.WorkPages;
import jp.futari.shared.OfficerId;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inbox and the entry screen over HTTP. */
@RestController
@RequestMapping("/api/tasks")
class TaskController {

    private final Inbox inbox;
    private final ClaimingTasks claiming;
    private final Assignees assignees;
    private final EnteringSteps entering;
    private final Drafts drafts;
    private final RecallingEntries recalling;
    private final WorkPages pages;

    TaskController(Inbox inbox, ClaimingTasks claiming, Assignees assignees, EnteringSteps entering, Drafts drafts, RecallingEntries recalling, WorkPages pages) {
        this.inbox = inbox;
        this.claiming = claiming;
        this.assignees = assignees;
        this.entering = entering;
        this.drafts = drafts;
        this.recalling = recalling;
        this.pages = pages;
    }

    @GetMapping
    Map<String, Object> page(@RequestParam(defaultValue = "mine") String view, @RequestParam(required = false) String cursor, @RequestParam(defaultValue = "50") int limit) {
        return inbox.page(view, cursor, limit);
    }

    record Ids(List<String> ids) {
    }

    record Assignment(List<String> ids, OfficerId to) {
    }

    record Hold(String reason, LocalDate until) {
    }

    record Completion(ObjectNode values, boolean claim) {
    }

    record DraftValues(ObjectNode values) {
    }

    @PostMapping("/claim")
    JsonNode claim(@RequestBody Ids body, @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        return claiming.claim(Requests.of("task.claim", key, null, body), Requests.some(body.ids()));
    }

    @PostMapping("/give-back")
    JsonNode giveBack(@RequestBody Ids body, @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        return claiming.giveBack(Requests.of("task.give-back", key, null, body), Requests.some(body.ids()));
    }

    /** By POST, because a selection of tasks has no length that an address could hold. */
    @PostMapping("/assignees")
    List<Map<String, Object>> assignees(@RequestBody Ids body) {
        return assignees.of(Requests.some(body.ids()));
    }

    @PostMapping("/assign")
    JsonNode assign(@RequestBody Assignment body, @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        return claiming.assign(Requests.of("task.assign", key, null, body), Requests.some(body.ids()), Requests.given(body.to(), "to"));
    }

    @PostMapping("/{id}/hold")
    JsonNode hold(@PathVariable String id, @RequestBody Hold body, @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        return claiming.hold(Requests.of("task.hold", key, null, id, body), id, body.reason(), body.until());
    }

    @PostMapping("/{id}/resume")
    JsonNode resume(@PathVariable String id, @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        return claiming.resume(Requests.of("task.resume", key, null, id), id);
    }

    @GetMapping("/{id}")
    JsonNode entry(@PathVariable String id) {
        return pages.entry(id);
    }

    @PutMapping("/{id}/draft")
    JsonNode save(@PathVariable String id, @RequestBody DraftValues body, @RequestHeader(name = "If-Match", required = false) String version) {
        return drafts.save(Requests.of("task.draft", null, version), id, Requests.given(body.values(), "values"));
    }

    @DeleteMapping("/{id}/draft")
    JsonNode discard(@PathVariable String id) {
        return drafts.discard(Requests.of("task.draft-discarded", null, null), id);
    }

    @PostMapping("/{id}/complete")
    JsonNode complete(@PathVariable String id, @RequestBody Completion body, @RequestHeader(name = "Idempotency-Key", required = false) String key,
                      @RequestHeader(name = "If-Match", required = false) String version) {
        JsonNode done = entering.complete(Requests.of("task.complete", key, version, id, body), id, Requests.given(body.values(), "values"), body.claim());
        return ((ObjectNode) done).put("undoUntil", OffsetDateTime.now().plusSeconds(RecallingEntries.SECONDS).toString());
    }

    @PostMapping("/{id}/undo")
    JsonNode undo(@PathVariable String id, @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        return recalling.recall(Requests.of("task.recall", key, null, id), id);
    }
}
