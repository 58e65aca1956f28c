package jp.futari.bench;

import java.util.UUID;
import jp.futari.access.Browser;
import jp.futari.audit.LogSequencer;
import jp.futari.support.RoundTrips;

/** 二人、HTTP 経由: real sign-in, session in the database, CSRF, idempotency keys, JSON; client and server in this JVM. */
final class FutariOverHttp implements Contender {

    private final Office office;
    private final LogSequencer sequencer;
    private final Browser[] doers;
    private final Browser[] checkers;

    FutariOverHttp(Office office, int workers) {
        this.office = office;
        sequencer = office.server.bean(LogSequencer.class);
        doers = new Browser[workers];
        checkers = new Browser[workers];
        for (int i = 0; i < workers; i++) {
            doers[i] = office.server.signedIn("D" + i, "d" + i);
            checkers[i] = office.server.signedIn("C" + i, "c" + i);
        }
    }

    @Override
    public String name() {
        return "Futari, through HTTP";
    }

    @Override
    public void oneCase(int worker) {
        Browser doer = doers[worker];
        Browser checker = checkers[worker];
        var started = post(doer, "/api/cases", "{\"kind\":\"amount\"}").json();
        post(doer, "/api/tasks/" + started.path("taskId").asText() + "/complete", "{\"claim\":true,\"values\":{\"amount\":12345}}", "1");
        String check = office.openTask(started.path("caseId").asText());
        String version = post(checker, "/api/checks/" + check + "/begin", "").json().path("version").asText();
        post(checker, "/api/checks/" + check + "/items/amount/attempts", "{\"value\":\"12,345\"}");
        post(checker, "/api/checks/" + check + "/complete", "", version);
    }

    private static Browser.Answer post(Browser who, String path, String body) {
        who.headers.put("Idempotency-Key", UUID.randomUUID().toString());
        return good(who.post(path, body));
    }

    private static Browser.Answer post(Browser who, String path, String body, String version) {
        who.headers.put("Idempotency-Key", UUID.randomUUID().toString());
        return good(who.post(path, body, version));
    }

    private static Browser.Answer good(Browser.Answer answer) {
        if (answer.status != 200) {
            throw new IllegalStateException(answer.status + " " + answer.body);
        }
        return answer;
    }

    @Override
    public void settle() {
        while (sequencer.sequence() > 0) {
            Thread.onSpinWait();
        }
    }

    @Override
    public RoundTrips trips() {
        return office.trips;
    }
}
