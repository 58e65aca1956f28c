package jp.futari.casework;

import static org.assertj.core.api.BDDAssertions.then;

import jp.futari.access.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One step over HTTP: two people, two fields, one effect. */
class OneStepTest {

    private static CaseworkServer server;
    private static Browser sato;
    private static Browser tanaka;

    @BeforeAll
    static void start() {
        server = new CaseworkServer();
        server.staff.person("S001", "eligibility", "counter-clerk").person("S002", "eligibility", "eligibility-clerk").terminal("KH-014", "t1").terminal("KH-021", "t2");
        sato = server.signedIn("S001", "t1");
        tanaka = server.signedIn("S002", "t2");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisplayName("入力して、別の人が打ち直して比べて確認すると、台帳に1行だけ入る")
    void a_step_done_and_checked_by_two_people_writes_the_register_once() {
        // given
        var started = sato.post("/api/cases", "{\"kind\":\"proof\"}");
        then(started.status).as(started.body).isEqualTo(200);
        String task = started.json().path("taskId").asText();
        // when
        var done = sato.post("/api/tasks/" + task + "/complete", "{\"claim\":true,\"values\":{\"amount\":12345,\"remark\":\"架空の摘要\"}}", "1");
        then(done.status).as(done.body).isEqualTo(200);
        String check = server.one("SELECT task_id FROM work_item WHERE case_id = '" + started.json().path("caseId").asText() + "'");
        var page = tanaka.post("/api/checks/" + check + "/begin");
        then(page.status).as(page.body).isEqualTo(200);
        then(page.body).doesNotContain("12345");
        var matched = tanaka.post("/api/checks/" + check + "/items/amount/attempts", "{\"value\":\"12,345\"}");
        then(matched.json().path("result").asText()).as(matched.body).isEqualTo("match");
        then(tanaka.post("/api/checks/" + check + "/items/remark/answer", "{\"answer\":\"same\"}").status).isEqualTo(200);
        var confirmed = tanaka.post("/api/checks/" + check + "/complete", "", page.json().path("version").asText());
        // then
        then(confirmed.status).as(confirmed.body).isEqualTo(200);
        then(server.column("SELECT amount FROM proof_record")).containsExactly("12345");
        then(server.one("SELECT doer || '/' || checker FROM approval")).isEqualTo("S001/S002");
        then(server.one("SELECT state FROM case_file WHERE case_no = '" + done.json().path("caseNo").asText() + "'")).isEqualTo("done");
        then(server.column("SELECT action FROM audit_event WHERE kind = 'ACT' ORDER BY at")).contains("case.opened", "step.entered", "check.attempted", "step.confirmed", "effect.applied");
    }
}
