package jp.futari.casework;

import static org.assertj.core.api.BDDAssertions.then;

import jp.futari.access.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 取り消し、保留、係に戻す: what a person may do with their own work, and what stays true of it. */
class RecallTest {

    private static CaseworkServer server;
    private static Browser sato;
    private static Browser tanaka;

    @BeforeAll
    static void start() {
        server = new CaseworkServer();
        server.staff.person("S001", "eligibility", "counter-clerk", "eligibility-clerk").person("S002", "eligibility", "eligibility-clerk").terminal("KH-014", "t1").terminal("KH-021", "t2");
        sato = server.signedIn("S001", "t1");
        tanaka = server.signedIn("S002", "t2");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisplayName("送ってすぐなら取り消せて、送った内容が下書きに戻る。それでも確認はできないまま")
    void an_entry_just_sent_is_taken_back_with_its_content() {
        var journey = ProofJourney.startedBy(server, sato);
        String task = journey.doTask();
        journey.enteredBy(sato);
        then(sato.post("/api/tasks/" + task + "/undo", "").status).isEqualTo(200);
        then(journey.check()).isNull();
        then(sato.get("/api/tasks/" + journey.doTask()).json().path("values").path("amount").asInt()).isEqualTo(12345);
        then(sato.get("/api/tasks/" + journey.doTask()).json().path("returned").isNull()).isTrue();
        journey.complete(sato, journey.doTask(), "{\"amount\":777,\"remark\":\"直した\"}", false);
        then(journey.claim(sato, journey.check()).json().path("results").path(0).path("code").asText()).isEqualTo("casework.check.own-work");
    }

    @Test
    @DisplayName("確認者が引き受けたあと、または10秒のあとは取り消せない")
    void not_after_the_check_began_nor_after_ten_seconds() {
        var journey = ProofJourney.startedBy(server, sato);
        String task = journey.doTask();
        journey.enteredBy(sato);
        journey.claim(tanaka, journey.check());
        then(sato.post("/api/tasks/" + task + "/undo", "").code()).isEqualTo("casework.recall.too-late");
        var late = ProofJourney.startedBy(server, sato);
        String lateTask = late.doTask();
        late.enteredBy(sato);
        server.database.superuser("UPDATE work_done SET at = at - interval '11 seconds' WHERE task_id = '" + lateTask + "'");
        then(sato.post("/api/tasks/" + lateTask + "/undo", "").code()).isEqualTo("casework.recall.too-late");
        then(tanaka.post("/api/tasks/" + lateTask + "/undo", "").status).isEqualTo(409);
    }

    @Test
    @DisplayName("保留には理由と日がいり、保留の仕事は一覧の保留に出て、とけば戻る")
    void a_hold_needs_a_reason_and_a_day_and_comes_back() {
        var journey = ProofJourney.startedBy(server, sato);
        String task = journey.doTask();
        journey.claim(sato, task);
        then(sato.post("/api/tasks/" + task + "/hold", "{\"reason\":\"\",\"until\":\"2999-01-01\"}").code()).isEqualTo("casework.hold.reason-and-day");
        then(sato.post("/api/tasks/" + task + "/hold", "{\"reason\":\"書類待ち\",\"until\":\"2999-01-01\"}").status).isEqualTo(200);
        then(sato.get("/api/tasks?view=waiting").body).contains(task).contains("書類待ち");
        then(sato.get("/api/tasks?view=mine").body).doesNotContain(task);
        then(sato.post("/api/tasks/" + task + "/resume", "").status).isEqualTo(200);
        then(sato.get("/api/tasks?view=mine").body).contains(task);
    }

    @Test
    @DisplayName("一覧の件数は、行と合っている")
    void the_counts_agree_with_the_rows() {
        ProofJourney.startedBy(server, sato).enteredBy(sato);
        ProofJourney.startedBy(server, sato);
        for (String view : new String[] {"mine", "check", "returned", "waiting", "team"}) {
            for (Browser who : new Browser[] {sato, tanaka}) {
                var page = who.get("/api/tasks?view=" + view + "&limit=200").json();
                then(page.path("rows").size()).as(view).isEqualTo(page.path("counts").path(view).asInt());
            }
        }
        server.bean(jp.futari.casework.application.Housekeeping.class).foldCounts();
        var page = tanaka.get("/api/tasks?view=check&limit=1").json();
        then(page.path("rows").size()).isEqualTo(1);
        var next = tanaka.get("/api/tasks?view=check&limit=1&cursor=" + page.path("next").asText()).json();
        then(next.path("rows").path(0).path("id").asText()).isNotEqualTo(page.path("rows").path(0).path("id").asText());
    }

    @Test
    @DisplayName("大きすぎる内容、壊れた内容、知らない項目は、項目の名前をあげて拒まれる")
    void bad_input_is_refused_and_named() {
        then(sato.post("/api/cases", "{\"kind\":\"proof\",\"counterNote\":\"" + "x".repeat(600_000) + "\"}").status).isEqualTo(413);
        var unstorable = sato.post("/api/cases", "{\"kind\":\"proof\",\"counterNote\":\"a\\u0000b\"}");
        then(unstorable.status).isEqualTo(422);
        then(unstorable.code()).isEqualTo("web.character-not-allowed");
        then(sato.post("/api/cases", "{\"kind\":").code()).isEqualTo("web.malformed-body");
        then(sato.post("/api/cases", "{\"kind\":\"proof\",\"sneaky\":1}").json().path("fields").path(0).path("key").asText()).isEqualTo("sneaky");
        then(sato.post("/api/cases", "{\"kind\":\"nothing\"}").code()).isEqualTo("casework.case.kind-unknown");
        then(sato.get("/api/tasks?view=everything").code()).isEqualTo("casework.inbox.view-unknown");
        then(sato.get("/api/tasks?view=mine&limit=abc").status).isEqualTo(400);
        then(sato.get("/api/tasks?view=mine&cursor=%24%7B1%7D").code()).isEqualTo("casework.inbox.cursor");
        then(sato.get("/api/cases/R8-xx").code()).isEqualTo("casework.case.unknown");
        then(sato.post("/api/search", "{\"q\":\"0000 1111 2222\"}").code()).isEqualTo("search.personal-number");
        var journey = ProofJourney.startedBy(server, sato);
        then(journey.complete(sato, journey.doTask(), "{\"amount\":\"十\",\"remark\":\"0000-1111-2222\"}", true).body).contains("not-an-amount").contains("looks-like-personal-number");
    }
}
