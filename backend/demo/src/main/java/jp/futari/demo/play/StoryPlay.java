package jp.futari.demo.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.futari.demo.StaffEntry;
import jp.futari.demo.city.EnrolmentStory;
import jp.futari.demo.city.EnrolmentStory.Reach;
import jp.futari.shared.BusinessClock;

/** 一件の話: one notice from the counter as far as its story goes. Each act is one person's, over the office's own interface. */
final class StoryPlay {

    private static final int PRINT_TRIES = 150;
    private static final long PRINT_PAUSE = 400;

    private final Colleagues colleagues;
    private final Cast cast;
    private final EnrolmentStory story;
    private final Map<String, byte[]> papers;
    private String caseNo;

    StoryPlay(Colleagues colleagues, Cast cast, EnrolmentStory story, Map<String, byte[]> papers) {
        this.colleagues = colleagues;
        this.cast = cast;
        this.story = story;
        this.papers = papers;
    }

    /** @return the case's number */
    String play() {
        open();
        switch (story.reach()) {
            case NOT_STARTED -> throw new IllegalStateException("this story is only paper");
            case WAITING_FOR_ENTRY -> { }
            case DRAFTED -> draft();
            case ON_HOLD -> hold();
            case WITHDRAWN -> withdraw();
            case RETURNED -> giveBack();
            default -> playOn();
        }
        return caseNo;
    }

    /** The long way, as far as it goes. */
    private void playOn() {
        receive(NoticeEntry.of(story));
        if (story.reach() == Reach.WAITING_FOR_CHECK) {
            return;
        }
        Step.confirm(colleagues.at(cast.checksReceipt(story)), caseNo, this::onPaper);
        if (story.reach() == Reach.STORING) {
            return;
        }
        store();
        if (story.reach() == Reach.REVIEWING) {
            return;
        }
        var acquisition = review();
        if (story.reach() == Reach.REVIEW_CHECK) {
            return;
        }
        Step.confirm(colleagues.at(cast.checksReview(story)), caseNo, key -> acquisition);
        if (story.reach() != Reach.DECIDING) {
            decided();
        }
    }

    private void decided() {
        decide(story.reach() == Reach.REFUSED ? "refuse" : "approve");
        if (story.reach() == Reach.DECISION_CHECK) {
            return;
        }
        Step.confirm(colleagues.at(cast.manager()), caseNo, key -> "");
        switch (story.reach()) {
            case REFUSED -> notifyOf("notify-refusal", cast.checksReview(story));
            case SPOILED -> handOver("spoiled");
            case DISPATCHED -> handOver("packed");
            default -> { }
        }
    }

    private String onPaper(String key) {
        return story.values().get(key);
    }

    private void open() {
        var clerk = colleagues.at(cast.receives(story));
        var opening = new LinkedHashMap<String, Object>();
        opening.put("channel", "counter");
        opening.put("receivedOn", onPaper("notifiedOn"));
        opening.put("subjectAddressee", onPaper("persons.0.addresseeNo"));
        opening.put("params", Map.of("notificationKind", onPaper("notificationKind"), "reason", onPaper("reason")));
        caseNo = Step.open(clerk, "enrollment", opening);
        papers.forEach((template, file) -> clerk.upload("/api/cases/" + caseNo + "/documents", file, Map.of("template", template)));
    }

    private void receive(NoticeEntry entry) {
        var clerk = colleagues.at(cast.receives(story));
        var task = task(clerk);
        Step.claim(clerk, task);
        entry.typeNumbers(clerk, task, story);
        send(clerk, task, entry);
    }

    private static void send(OfficeClient who, String task, NoticeEntry entry) {
        Step.send(who, task, Map.of("values", entry.values()));
    }

    private void draft() {
        var clerk = colleagues.at(cast.receives(story));
        var task = task(clerk);
        Step.claim(clerk, task);
        var values = NoticeEntry.of(story).values();
        values.remove(List.of("identityCheck", "phone", "documents", "notifier"));
        clerk.put("/api/tasks/" + task + "/draft", Map.of("values", values));
    }

    private void hold() {
        var clerk = colleagues.at(cast.receives(story));
        var task = task(clerk);
        Step.claim(clerk, task);
        clerk.post("/api/tasks/" + task + "/hold", Map.of("reason", "資格喪失証明書を、後日持ってくるとのこと", "until", LocalDate.now(BusinessClock.ZONE).plusDays(3).toString()));
    }

    private void withdraw() {
        var clerk = colleagues.at(cast.receives(story));
        clerk.post("/api/cases/" + caseNo + "/withdrawal", Map.of("reason", "家族の健康保険に入ることになったため"));
        notifyOf("withdraw-notification", cast.reviews(story));
    }

    /** A slip of the fingers in the postal code: the second person's blind entry differs twice, and the notice goes back. */
    private void giveBack() {
        var slipped = NoticeEntry.of(story);
        var code = onPaper("postalCode");
        slipped.write("postalCode", code.substring(0, 5) + code.charAt(6) + code.charAt(5));
        if (code.charAt(5) == code.charAt(6)) {
            slipped.write("postalCode", code.substring(0, 6) + (char) ('0' + ('9' - code.charAt(6)) % 10));
        }
        receive(slipped);
        var second = colleagues.at(cast.checksReceipt(story));
        var check = Step.takeCheck(second, caseNo);
        var version = second.get("/api/checks/" + check).path("version").asText();
        var item = "/api/checks/" + check + "/items/postalCode";
        second.post(item + "/attempts", Map.of("value", code));
        second.post(item + "/answer", Map.of("answer", "retype"));
        second.post(item + "/attempts", Map.of("value", code));
        second.post(item + "/answer", Map.of("answer", "entry-mistake", "reason", "misread-digit"));
        second.post("/api/checks/" + check + "/return", Map.of("note", "郵便番号を、届で見直してください。",
                "fields", List.of(Map.of("key", "postalCode", "reason", "misread-digit"))), version);
    }

    private void store() {
        var sheets = papers.size();
        var doer = colleagues.at(cast.checksReceipt(story));
        Step.enter(doer, caseNo, Map.of("place", "書庫1　資格の棚", "box", "資-" + (1 + story.no() / 10), "sheets", sheets, "containsNumber", "yes", "handMasks", "none"));
        Step.confirm(colleagues.at(cast.receives(story)), caseNo, key -> String.valueOf(sheets));
    }

    /** @return the day of acquisition by the rule, which the second person works out again */
    private String review() {
        var doer = colleagues.at(cast.reviews(story));
        var values = prefilled(doer);
        values.put("documentsComplete", "yes").put("eligible", "yes");
        Step.enter(doer, caseNo, values);
        return values.path("acquisitionOn").asText();
    }

    private void decide(String decision) {
        var chief = colleagues.at(cast.chief());
        var values = prefilled(chief);
        values.put("decision", decision);
        if (decision.equals("refuse")) {
            values.remove("validUntil");
            values.put("refusalReason", "国民健康保険法6条1号に当たり、被用者保険の被保険者であるため");
        }
        Step.enter(chief, caseNo, values);
    }

    private void notifyOf(String step, StaffEntry writer) {
        var doer = colleagues.at(writer);
        var values = prefilled(doer);
        if (values.path("reason").asText("").isBlank()) {
            values.put("reason", step.equals("withdraw-notification") ? "届け出た方の申出による" : "国民健康保険法6条に当たるため");
        }
        Step.enter(doer, caseNo, values);
        var other = writer.equals(cast.reviews(story)) ? cast.checksReview(story) : cast.reviews(story);
        Step.confirm(colleagues.at(other), caseNo, key -> "");
    }

    private void handOver(String result) {
        var doer = colleagues.at(cast.receives(story));
        var serials = sheets(doer);
        Step.enter(doer, caseNo, Map.of("result", result, "serials", serials, "sheetCount", serials.size(), "recipient", "counter"));
        Step.confirm(colleagues.at(cast.checksReceipt(story)), caseNo, key -> String.valueOf(serials.size()));
    }

    /** Waits at the printer and scans each sheet. */
    private List<String> sheets(OfficeClient who) {
        var states = new ArrayList<String>();
        for (var tries = 0; tries < PRINT_TRIES; tries++) {
            var serials = new ArrayList<String>();
            var made = true;
            states.clear();
            for (var document : who.get("/api/cases/" + caseNo + "/documents").path("documents")) {
                if (!document.hasNonNull("serial")) {
                    continue;   // the tab also says where the papers lie
                }
                states.add(document.path("print").asText());
                made &= document.path("print").asText().equals("printed");
                serials.add(document.path("serial").asText());
            }
            if (made && !serials.isEmpty()) {
                return serials;
            }
            pause();
        }
        throw new IllegalStateException("証が印刷されません（" + caseNo + " " + states + "）");
    }

    private static void pause() {
        try {
            Thread.sleep(PRINT_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String task(OfficeClient who) {
        return Step.task(who, caseNo, "do");
    }

    private ObjectNode prefilled(OfficeClient who) {
        JsonNode values = who.get("/api/tasks/" + task(who)).path("values");
        return (ObjectNode) values;
    }
}
