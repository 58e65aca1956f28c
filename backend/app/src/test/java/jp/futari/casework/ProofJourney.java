package jp.futari.casework;

import jp.futari.access.Browser;

/** The small case, walked over HTTP: what the attack tests need to stand in the middle of it. */
final class ProofJourney {

    static final String VALUES = "{\"amount\":12345,\"remark\":\"架空の摘要\"}";

    private final CaseworkServer server;
    final String caseId;
    final String caseNo;
    final String doTask;

    private ProofJourney(CaseworkServer server, Browser starter) {
        this.server = server;
        var started = starter.post("/api/cases", "{\"kind\":\"proof\"}");
        if (started.status != 200) {
            throw new IllegalStateException(started.body);
        }
        caseId = started.json().path("caseId").asText();
        caseNo = started.json().path("caseNo").asText();
        doTask = started.json().path("taskId").asText();
    }

    static ProofJourney startedBy(CaseworkServer server, Browser starter) {
        return new ProofJourney(server, starter);
    }

    /** The entry is sent; @return this */
    ProofJourney enteredBy(Browser doer) {
        var done = complete(doer, doTask(), VALUES, true);
        if (done.status != 200) {
            throw new IllegalStateException(done.body);
        }
        return this;
    }

    Browser.Answer complete(Browser doer, String task, String values, boolean claim) {
        return doer.post("/api/tasks/" + task + "/complete", "{\"claim\":" + claim + ",\"values\":" + values + "}", server.version(task));
    }

    String doTask() {
        return task("do");
    }

    String check() {
        return task("check");
    }

    private String task(String duty) {
        return server.one("SELECT task_id FROM work_item WHERE duty = '" + duty + "' AND case_id = '" + caseId + "'");
    }

    Browser.Answer claim(Browser who, String task) {
        return who.post("/api/tasks/claim", "{\"ids\":[\"" + task + "\"]}");
    }

    /** Claims, opens and answers everything rightly, all but the last step. */
    ProofJourney answeredBy(Browser checker) {
        claim(checker, check());
        checker.get("/api/checks/" + check());
        attempt(checker, "12345");
        checker.post("/api/checks/" + check() + "/items/remark/answer", "{\"answer\":\"same\"}");
        return this;
    }

    Browser.Answer attempt(Browser checker, String value) {
        return checker.post("/api/checks/" + check() + "/items/amount/attempts", "{\"value\":\"" + value + "\"}");
    }

    Browser.Answer confirm(Browser checker) {
        return checker.post("/api/checks/" + check() + "/complete", "", server.version(check()));
    }

    long approvals() {
        return Long.parseLong(server.one("SELECT count(*) FROM approval WHERE case_id = '" + caseId + "'"));
    }

    long registered() {
        return Long.parseLong(server.one("SELECT count(*) FROM proof_record p JOIN effect e ON e.id = p.effect_id JOIN approval a ON a.id = e.approval_id WHERE a.case_id = '" + caseId + "'"));
    }

    /** Codes of the refusals the record holds of this case. */
    java.util.List<String> refusals() {
        return server.column("SELECT what ->> 'code' FROM audit_event WHERE kind = 'REFUSAL' AND (case_id = '" + caseId + "' OR what ->> 'task' IN (SELECT task_id FROM work_item WHERE case_id = '"
                + caseId + "')) ORDER BY at");
    }
}
