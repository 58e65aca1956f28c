package jp.futari.demo.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import jp.futari.demo.play.Clerk;

/** 一件を二人で: one small case from its opening to its effect. What gets no answer is sent again under the same key until there is one. */
final class Walk {

    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final long PAUSE_MILLIS = 150;

    private final Notes notes;
    private final Clerk doer;
    private final Clerk checker;
    private final long amount;
    private UUID key = UUID.randomUUID();
    private String caseNo;
    private String task;

    Walk(Notes notes, Clerk doer, Clerk checker, long amount) {
        this.notes = notes;
        this.doer = doer;
        this.checker = checker;
        this.amount = amount;
    }

    /** The same case, checked by another. */
    Walk by(Clerk anotherChecker) {
        var walk = new Walk(notes, doer, anotherChecker, amount);
        walk.caseNo = caseNo;
        walk.task = task;
        return walk;
    }

    /** The key of the next sending that is made by hand. */
    UUID key() {
        return key;
    }

    /** One act that was sent more than once under {@link #key}: all answers must be the same confirmation. */
    JsonNode once(Notes.Act act, Clerk who, List<Clerk.Answer> answers) {
        notes.sent(key, act);
        var different = answers.stream().filter(answer -> !answer.good()).toList();
        if (!different.isEmpty()) {
            throw new AssertionError(act + " " + caseNo + ": " + different);
        }
        answers.forEach(answer -> notes.confirmed(new Notes.Confirmed(key, act, who.person().officerNo(), caseNo, amount, answer.json())));
        key = UUID.randomUUID();
        return answers.get(0).json();
    }

    void all() throws IOException, InterruptedException {
        start();
        enter();
        confirm(begin());
    }

    /** @return the number of the case */
    String start() throws IOException, InterruptedException {
        var answer = act(Notes.Act.START, doer, "/api/cases", Map.of("kind", "proof"), null);
        caseNo = answer.path("caseNo").asText();
        task = answer.path("taskId").asText();
        return caseNo;
    }

    String task() {
        return task;
    }

    Map<String, Object> entry() {
        return Map.of("claim", true, "values", Map.of("amount", amount, "remark", "訓練 " + amount));
    }

    void enter() throws IOException, InterruptedException {
        var version = read(doer, "/api/tasks/" + task).path("version").asText();
        act(Notes.Act.ENTER, doer, "/api/tasks/" + task + "/complete", entry(), version);
    }

    /** Takes and opens the check. @return its task */
    String begin() throws IOException, InterruptedException {
        var check = findCheck();
        told(checker, "begin " + caseNo, () -> checker.post("/api/checks/" + check + "/begin", Map.of(), UUID.randomUUID(), null));
        return check;
    }

    String findCheck() throws IOException, InterruptedException {
        var rows = read(checker, "/api/tasks?view=team&limit=200").path("rows");
        return StreamSupport.stream(rows.spliterator(), false).filter(row -> row.path("caseNo").asText().equals(caseNo) && row.path("duty").asText().equals("check")).findFirst()
                .map(row -> row.path("id").asText()).orElseThrow(() -> new IllegalStateException("no check of " + caseNo + " in the list of " + checker.person().officerNo()));
    }

    void answerAll(String check) throws IOException, InterruptedException {
        act(Notes.Act.TYPE, checker, "/api/checks/" + check + "/items/amount/attempts", Map.of("value", String.valueOf(amount)), null);
        act(Notes.Act.COMPARE, checker, "/api/checks/" + check + "/items/remark/answer", Map.of("answer", "same"), null);
    }

    void confirm(String check) throws IOException, InterruptedException {
        answerAll(check);
        var version = read(checker, "/api/checks/" + check).path("version").asText();
        act(Notes.Act.CONFIRM, checker, "/api/checks/" + check + "/complete", Map.of(), version);
    }

    private JsonNode act(Notes.Act act, Clerk who, String path, Object body, String version) throws IOException, InterruptedException {
        var key = UUID.randomUUID();
        notes.sent(key, act);
        var answer = told(who, act + " " + caseNo, () -> who.post(path, body, key, version));
        notes.confirmed(new Notes.Confirmed(key, act, who.person().officerNo(), act == Notes.Act.START ? answer.path("caseNo").asText() : caseNo, amount, answer));
        return answer;
    }

    private JsonNode read(Clerk who, String path) throws IOException, InterruptedException {
        return told(who, "read " + path, () -> who.get(path));
    }

    private interface Sending {
        Clerk.Answer send() throws IOException;
    }

    /** Only silence and 5xx are reasons to send again, and 409 "still running" of our own key; any other refusal is a fault. */
    private JsonNode told(Clerk who, String what, Sending sending) throws IOException, InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            try {
                var answer = sending.send();
                if (answer.good()) {
                    return answer.json();
                }
                if (answer.status() < 500 && !answer.code().equals("casework.request.still-running")) {
                    throw new IllegalStateException(who.person().officerNo() + " " + what + " → " + answer.status() + " " + answer.code());
                }
            } catch (IOException silence) {
                // the other end is gone: whether the act was done is not known here
            }
            notes.interrupted();
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        throw new IllegalStateException(what + ": no answer in " + PATIENCE.toSeconds() + " s");
    }

}
