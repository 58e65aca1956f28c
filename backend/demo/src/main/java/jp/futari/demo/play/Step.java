package jp.futari.demo.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** 一つの工程を二人で: one person enters and sends, another takes the check, answers item by item and confirms. */
final class Step {

    private static final int MOST_PAGES = 20;

    private Step() {
    }

    /** Opens a case. @return its number */
    static String open(OfficeClient who, String kind, Map<String, Object> opening) {
        var body = new LinkedHashMap<String, Object>(opening);
        body.put("kind", kind);
        return who.post("/api/cases", body).path("caseNo").asText();
    }

    /** Takes the entry and sends the values. */
    static void enter(OfficeClient who, String caseNo, Object values) {
        send(who, task(who, caseNo, "do"), Map.of("values", values, "claim", true));
    }

    /** Opens the entry, as the screen does, and sends what it is to say. */
    static void send(OfficeClient who, String task, Object body) {
        var version = who.get("/api/tasks/" + task).path("version").asText();
        who.post("/api/tasks/" + task + "/complete", body, version);
    }

    /** Checks every item against what the source says and confirms. */
    static void confirm(OfficeClient who, String caseNo, Function<String, String> source) {
        var check = takeCheck(who, caseNo);
        var version = answer(who, check, source);
        who.post("/api/checks/" + check + "/complete", Map.of(), version);
    }

    static String takeCheck(OfficeClient who, String caseNo) {
        var check = task(who, caseNo, "check");
        claim(who, check);
        return check;
    }

    static void claim(OfficeClient who, String task) {
        var result = who.post("/api/tasks/claim", Map.of("ids", List.of(task))).path("results").path(0);
        if (!result.path("ok").asBoolean()) {
            throw new Refusal(who.person().username() + " claims", 403, result);
        }
    }

    /** Types the blind items, compares the others, in the order the office asks for. @return the version of the page */
    static String answer(OfficeClient who, String check, Function<String, String> source) {
        var page = who.get("/api/checks/" + check);
        for (var item : page.path("items")) {
            if (!item.path("state").asText().matches("matched|same")) {
                answer(who, check, item, source);
            }
        }
        return page.path("version").asText();
    }

    private static void answer(OfficeClient who, String check, JsonNode item, Function<String, String> source) {
        var path = "/api/checks/" + check + "/items/" + item.path("key").asText();
        if (!item.path("kind").asText().equals("reenter")) {
            who.post(path + "/answer", Map.of("answer", "same"));
        } else if (!who.post(path + "/attempts", Map.of("value", source.apply(item.path("key").asText()))).path("result").asText().equals("match")) {
            throw new IllegalStateException("入れて照合が合いません: " + item.path("key").asText());
        }
    }

    /** The case's open task of this duty, from the list of the person's team. */
    static String task(OfficeClient who, String caseNo, String duty) {
        var cursor = "";
        for (var page = 0; page < MOST_PAGES; page++) {
            var list = who.get("/api/tasks?view=team&limit=200" + cursor);
            var found = find(list.path("rows"), caseNo, duty);
            if (found.isPresent()) {
                return found.get().path("id").asText();
            }
            if (list.path("next").asText("").isEmpty() || list.path("next").isNull()) {
                break;
            }
            cursor = "&cursor=" + java.net.URLEncoder.encode(list.path("next").asText(), java.nio.charset.StandardCharsets.UTF_8);
        }
        throw new IllegalStateException(caseNo + " に " + duty + " の仕事がありません（" + who.person().username() + "）");
    }

    private static Optional<JsonNode> find(JsonNode rows, String caseNo, String duty) {
        return StreamSupport.stream(rows.spliterator(), false).filter(row -> row.path("caseNo").asText().equals(caseNo) && row.path("duty").asText().equals(duty)).findFirst();
    }
}
