package jp.futari.casework;

import static org.assertj.core.api.BDDAssertions.then;

import jp.futari.Requirement;
import jp.futari.access.Browser;
import jp.futari.casework.application.ServiceWallRemoved;
import jp.futari.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Attacks of one person who wants to be two (two-persons.md section 5), over HTTP and in the database. */
@Requirement({"MANUAL-01", "MANUAL-02", "ACQ-11"})
class SamePersonAttacksTest {

    private static void people(CaseworkServer server) {
        server.staff.person("S001", "eligibility", "counter-clerk", "eligibility-clerk", "section-chief", "manager").account("S001", "s001b")
                .person("S002", "eligibility", "eligibility-clerk").person("S003", "eligibility", "counter-clerk", "eligibility-clerk").person("S009", "levy", "levy-clerk")
                .terminal("KH-014", "t1").terminal("KH-021", "t2").terminal("KH-022", "t3");
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class With_all_walls {

        private CaseworkServer server;
        private Browser sato;
        private Browser tanaka;
        private Browser hara;

        @BeforeAll
        void start() {
            server = new CaseworkServer();
            people(server);
            sato = server.signedIn("S001", "t1");
            tanaka = server.signedIn("S002", "t2");
            hara = server.signedIn("S003", "t3");
        }

        @AfterAll
        void stop() {
            server.close();
        }

        @Test
        @DisplayName("入力した本人は、引き受けることも、開くことも、答えることも、終えることもできない")
        void the_doer_can_neither_claim_open_answer_nor_complete_the_check() {
            var journey = ProofJourney.startedBy(server, sato).enteredBy(sato);
            String check = journey.check();
            then(journey.claim(sato, check).json().path("results").path(0).path("code").asText()).isEqualTo("casework.check.own-work");
            then(sato.get("/api/checks/" + check).code()).isEqualTo("casework.check.own-work");
            then(sato.post("/api/checks/" + check + "/begin").code()).isEqualTo("casework.check.own-work");
            then(journey.attempt(sato, "12345").code()).isEqualTo("casework.check.own-work");
            then(sato.post("/api/checks/" + check + "/items/remark/answer", "{\"answer\":\"same\"}").code()).isEqualTo("casework.check.own-work");
            then(journey.confirm(sato).code()).isEqualTo("casework.check.own-work");
            then(journey.complete(sato, check, ProofJourney.VALUES, true).status).isEqualTo(403);
            then(sato.get("/api/tasks?view=check").body).doesNotContain(check);
            then(journey.refusals()).contains("casework.check.own-work");
            then(journey.approvals()).isZero();
        }

        @Test
        @DisplayName("引き受けていない確認は終えられない")
        void an_unclaimed_check_cannot_be_completed() {
            var journey = ProofJourney.startedBy(server, sato).enteredBy(sato);
            then(journey.confirm(tanaka).code()).isEqualTo("casework.task.not-claimed");
            then(journey.refusals()).contains("casework.task.not-claimed");
        }

        @Test
        @DisplayName("同僚が引き受けた確認は、ほかの人には終えられない")
        void a_check_claimed_by_a_colleague_cannot_be_completed_by_another() {
            var journey = ProofJourney.startedBy(server, sato).enteredBy(sato).answeredBy(tanaka);
            then(journey.confirm(hara).code()).isEqualTo("casework.task.not-your-claim");
            then(journey.refusals()).contains("casework.task.not-your-claim");
            then(journey.confirm(tanaka).status).isEqualTo(200);
        }

        @Test
        @DisplayName("同じ人のべつのアカウントでも確認できない")
        void a_second_account_of_the_same_person_cannot_check() {
            var journey = ProofJourney.startedBy(server, sato).enteredBy(sato);
            Browser second = new Browser(server.port);
            second.cookies.put("__Host-futari-terminal", "t2");
            server.provider.answerAs("s001b");
            second.signIn();
            second.get("/api/session");
            then(journey.claim(second, journey.check()).json().path("results").path(0).path("code").asText()).isEqualTo("casework.check.own-work");
            then(journey.confirm(second).status).isEqualTo(403);
            then(journey.approvals()).isZero();
        }

        @Test
        @DisplayName("下書きを書いただけの人も確認できない。代わりの人が入れても、元の人も確認できない")
        void whoever_drafted_or_stood_in_can_never_check() {
            var journey = ProofJourney.startedBy(server, sato);
            String task = journey.doTask();
            journey.claim(sato, task);
            then(sato.put("/api/tasks/" + task + "/draft", "{\"values\":{\"amount\":1}}").status).isEqualTo(200);
            sato.post("/api/tasks/give-back", "{\"ids\":[\"" + task + "\"]}");
            journey.enteredBy(hara);
            then(journey.claim(sato, journey.check()).json().path("results").path(0).path("code").asText()).isEqualTo("casework.check.own-work");
            journey.answeredBy(tanaka);
            // a return: hara's round 1; sato enters round 2
            then(tanaka.post("/api/checks/" + journey.check() + "/return", "{\"fields\":[{\"key\":\"amount\",\"reason\":\"misread-digit\"}]}", server.version(journey.check())).status).isEqualTo(200);
            String second = journey.doTask();
            hara.post("/api/tasks/give-back", "{\"ids\":[\"" + second + "\"]}");
            then(journey.complete(sato, second, "{\"amount\":12346,\"remark\":\"架空の摘要\"}", true).status).isEqualTo(200);
            then(journey.claim(hara, journey.check()).json().path("results").path(0).path("code").asText()).isEqualTo("casework.check.own-work");
            then(journey.claim(sato, journey.check()).json().path("results").path(0).path("code").asText()).isEqualTo("casework.check.own-work");
            then(journey.refusals()).contains("casework.check.own-work");
        }

        @Test
        @DisplayName("ほかの人の入力画面から、入力した値は読めない。空いた仕事を開いて引き継いだ人は、確認できない")
        void whoever_reads_a_former_round_has_taken_it_over() {
            var journey = ProofJourney.startedBy(server, sato).enteredBy(sato);
            then(sato.post("/api/tasks/" + journey.doTask + "/undo", "").status).isEqualTo(200);
            String again = journey.doTask();
            var peeked = hara.get("/api/tasks/" + again);
            then(peeked.status).isEqualTo(200);
            then(peeked.body).doesNotContain("12345");
            then(server.one("SELECT count(*) FROM step_contributor c JOIN step s ON s.id = c.step_id WHERE officer_no = 'S003' AND s.case_id = '" + journey.caseId + "'")).isEqualTo("0");
            sato.post("/api/tasks/give-back", "{\"ids\":[\"" + again + "\"]}");
            then(hara.get("/api/tasks/" + again).body).contains("12345");
            then(server.column("SELECT action FROM audit_event WHERE officer = 'S003' AND case_id = '" + journey.caseId + "'")).contains("step.taken-over");
            journey.enteredBy(sato);
            then(journey.claim(hara, journey.check()).json().path("results").path(0).path("code").asText()).isEqualTo("casework.check.own-work");
            then(journey.refusals()).contains("casework.check.own-work");
            journey.answeredBy(tanaka);
            then(journey.confirm(tanaka).status).isEqualTo(200);
        }

        @Test
        @DisplayName("同僚が答えた確認を、代わった人がそのまま終えることはできない。自分で打ち直す")
        void a_stand_in_answers_everything_again() {
            var journey = ProofJourney.startedBy(server, sato).enteredBy(sato);
            String check = journey.check();
            String ids = "{\"ids\":[\"" + check + "\"]}";
            journey.claim(hara, check);
            hara.get("/api/checks/" + check);
            hara.post("/api/tasks/give-back", ids);
            journey.answeredBy(tanaka);
            tanaka.post("/api/tasks/give-back", ids);
            journey.claim(hara, check);
            then(journey.confirm(hara).code()).isEqualTo("casework.check.answered-by-another");
            then(hara.get("/api/checks/" + check).body).doesNotContain("12345");
            then(journey.confirm(hara).code()).isEqualTo("casework.check.open-items");
            then(journey.approvals()).isZero();
            then(journey.refusals()).contains("casework.check.answered-by-another");
            journey.answeredBy(hara);
            then(journey.confirm(hara).status).isEqualTo(200);
        }

        @Test
        @DisplayName("差し戻したあとの入力画面に、確認者の打った値はない。確認の前に、入力した値もない")
        void neither_side_sees_the_others_value_too_early() {
            var journey = ProofJourney.startedBy(server, sato).enteredBy(sato);
            journey.claim(tanaka, journey.check());
            then(tanaka.get("/api/checks/" + journey.check()).body).doesNotContain("12345");
            var first = journey.attempt(tanaka, "98765");
            then(first.body).doesNotContain("12345").contains("\"result\":\"differ\"");
            then(tanaka.post("/api/checks/" + journey.check() + "/items/amount/answer", "{\"answer\":\"retype\"}").body).doesNotContain("12345");
            then(journey.attempt(tanaka, "98765").body).contains("12345");
            then(tanaka.post("/api/checks/" + journey.check() + "/items/amount/answer", "{\"answer\":\"same\"}").status).isEqualTo(422);
            then(tanaka.post("/api/checks/" + journey.check() + "/items/amount/answer", "{\"answer\":\"entry-mistake\",\"reason\":\"misread-digit\"}").status).isEqualTo(200);
            then(journey.confirm(tanaka).code()).isEqualTo("casework.check.open-items");
            then(tanaka.post("/api/checks/" + journey.check() + "/return", "{\"fields\":[{\"key\":\"amount\",\"reason\":\"misread-digit\"}]}", server.version(journey.check())).status).isEqualTo(200);
            then(sato.get("/api/tasks/" + journey.doTask()).body).contains("misread-digit").contains("12345").doesNotContain("98765");
        }

        @Test
        @DisplayName("開かずに、答えずに、まとめて、は承認できない")
        void nothing_is_approved_without_opening_and_answering_each_item() {
            var journey = ProofJourney.startedBy(server, sato).enteredBy(sato);
            journey.claim(tanaka, journey.check());
            then(journey.confirm(tanaka).code()).isEqualTo("casework.check.open-items");
            journey.attempt(tanaka, "12345");
            tanaka.post("/api/checks/" + journey.check() + "/items/remark/answer", "{\"answer\":\"same\"}");
            var unopened = journey.confirm(tanaka);
            then(unopened.code()).isEqualTo("casework.check.never-opened");
            then(journey.refusals()).contains("casework.check.open-items", "casework.check.never-opened");
        }

        @Test
        @DisplayName("権限を失えば、引き受けたあとでも終えられない")
        void a_right_that_ended_between_claim_and_approval_ends_the_approval() {
            server.staff.person("S004", "eligibility", "eligibility-clerk").terminal("KH-024", "t4");
            Browser leaving = server.signedIn("S004", "t4");
            var journey = ProofJourney.startedBy(server, sato).enteredBy(sato).answeredBy(leaving);
            server.staff.change("UPDATE access_grant SET ends_on = office_today() - 1 WHERE officer_no = 'S004'");
            then(journey.confirm(leaving).code()).isEqualTo("access.role-missing");
            then(journey.refusals()).contains("access.role-missing");
            then(journey.approvals()).isZero();
        }

        @Test
        @DisplayName("係のちがう人、割り当てられただけの人は、入力も確認もできない")
        void a_clerk_of_another_section_can_do_nothing() {
            Browser levy = server.signedIn("S009", "t2");
            var journey = ProofJourney.startedBy(server, sato);
            then(journey.complete(levy, journey.doTask(), ProofJourney.VALUES, true).code()).isEqualTo("access.role-missing");
            then(sato.post("/api/tasks/assign", "{\"ids\":[\"" + journey.doTask() + "\"],\"to\":\"S009\"}").json().path("results").path(0).path("code").asText()).isEqualTo("casework.assign.role-missing");
            tanaka = server.signedIn("S002", "t2");
        }

        @Test
        @DisplayName("利害を申告した人も、入力した人に利害がある案件も、確認できない")
        void a_declared_interest_shuts_out_the_person_and_the_check_of_their_entry() {
            var journey = ProofJourney.startedBy(server, sato).enteredBy(sato);
            tanaka.post("/api/cases/" + java.net.URLEncoder.encode(journey.caseNo, java.nio.charset.StandardCharsets.UTF_8) + "/interest", "{\"relation\":\"family\"}");
            then(journey.claim(tanaka, journey.check()).json().path("results").path(0).path("code").asText()).isEqualTo("casework.interest.declared");
            then(journey.refusals()).contains("casework.interest.declared");
        }

        @Test
        @DisplayName("余計な項目、式、古い版、同じ送信の繰り返しは、何も増やさない")
        void extra_fields_expressions_stale_versions_and_repeats_add_nothing() {
            var journey = ProofJourney.startedBy(server, sato);
            then(journey.complete(sato, journey.doTask(), "{\"amount\":1,\"remark\":\"x\",\"confirmed\":\"yes\"}", true).json().path("fields").path(0).path("key").asText()).isEqualTo("confirmed");
            then(journey.complete(sato, journey.doTask(), "{\"amount\":\"${1+1}\",\"remark\":\"x\"}", true).status).isEqualTo(422);
            sato.headers.put("Idempotency-Key", "11111111-1111-4111-8111-111111111111");
            var first = journey.complete(sato, journey.doTask, "{\"amount\":5,\"remark\":\"${execution.setVariable('confirmed','yes')}\"}", true);
            var again = journey.complete(sato, journey.doTask, "{\"amount\":5,\"remark\":\"${execution.setVariable('confirmed','yes')}\"}", true);
            sato.headers.remove("Idempotency-Key");
            then(first.status).as(first.body).isEqualTo(200);
            then(again.status).as(again.body).isEqualTo(200);
            then(server.column("SELECT s.round FROM submission s JOIN step t ON t.id = s.step_id WHERE t.case_id = '" + journey.caseId + "'")).containsExactly("1");
            then(journey.approvals()).isZero();
        }

        @Test
        @DisplayName("送り直しの番号は、その送信だけのもの。べつの仕事、べつの中身、べつの操作には使えず、前の答えも返らない")
        void a_key_stands_for_one_request_alone() {
            var one = ProofJourney.startedBy(server, sato);
            var other = ProofJourney.startedBy(server, sato);
            sato.headers.put("Idempotency-Key", "22222222-2222-4222-8222-222222222222");
            var first = one.complete(sato, one.doTask, ProofJourney.VALUES, true);
            then(first.status).as(first.body).isEqualTo(200);
            then(one.complete(sato, one.doTask, ProofJourney.VALUES, true).json().path("round")).isEqualTo(first.json().path("round"));
            for (var abused : java.util.List.of(other.complete(sato, other.doTask, ProofJourney.VALUES, true), one.complete(sato, one.doTask, "{\"amount\":9,\"remark\":\"x\"}", true),
                    sato.post("/api/tasks/" + one.doTask + "/undo", ""))) {
                then(abused.status).as(abused.body).isEqualTo(422);
                then(abused.code()).isEqualTo("casework.request.key-used-for-another-act");
                then(abused.body).doesNotContain(one.caseNo);
            }
            sato.headers.remove("Idempotency-Key");
            then(server.one("SELECT count(*) FROM submission s JOIN step t ON t.id = s.step_id WHERE t.case_id = '" + other.caseId + "'")).isEqualTo("0");
            then(one.refusals()).isEmpty();
            then(server.column("SELECT what ->> 'code' FROM audit_event WHERE kind = 'REFUSAL' AND officer = 'S001'")).contains("casework.request.key-used-for-another-act");
        }

        @Test
        @DisplayName("見た版を言わない送信と、古い版を見た送信は通らない")
        void a_write_names_the_version_it_saw() {
            var journey = ProofJourney.startedBy(server, sato);
            String body = "{\"claim\":true,\"values\":" + ProofJourney.VALUES + "}";
            then(sato.post("/api/tasks/" + journey.doTask + "/complete", body).status).isEqualTo(428);
            then(sato.post("/api/tasks/" + journey.doTask + "/complete", body).code()).isEqualTo("casework.request.version-missing");
            then(sato.post("/api/tasks/" + journey.doTask + "/complete", body, "99").status).isEqualTo(412);
            journey.enteredBy(sato).answeredBy(tanaka);
            then(tanaka.post("/api/checks/" + journey.check() + "/complete", "").status).isEqualTo(428);
            then(tanaka.post("/api/checks/" + journey.check() + "/return", "{\"fields\":[{\"key\":\"amount\",\"reason\":\"misread-digit\"}]}").status).isEqualTo(428);
            then(tanaka.post("/api/checks/" + journey.check() + "/complete", "", "1").status).isEqualTo(412);
            then(journey.approvals()).isZero();
            then(journey.refusals()).contains("casework.request.version-missing", "casework.task.other-version");
            then(journey.confirm(tanaka).status).isEqualTo(200);
        }

        @Test
        @DisplayName("承認のあとの提出と承認と台帳は、アプリケーションの役割では変えられない")
        void the_application_role_cannot_forge_or_change_anything() throws Exception {
            var journey = ProofJourney.startedBy(server, sato).enteredBy(sato).answeredBy(tanaka);
            then(journey.confirm(tanaka).status).isEqualTo(200);
            then(journey.registered()).isOne();
            String approval = server.one("SELECT id FROM approval WHERE case_id = '" + journey.caseId + "'");
            try (var app = server.database.asApp(); var sql = app.createStatement()) {
                for (String attack : new String[] {
                    "UPDATE approval SET checker = 'S003' WHERE id = '" + approval + "'",
                    "DELETE FROM approval WHERE id = '" + approval + "'",
                    "INSERT INTO approval (id, kind, step_key, round, submission_id, submission_hash, doer, checker) SELECT gen_random_uuid(), 'case', step_key, 9, submission_id, submission_hash, doer, doer FROM approval LIMIT 1",
                    "UPDATE submission SET content = content || ' '",
                    "UPDATE audit_event SET officer = 'S003'",
                    "DELETE FROM audit_event",
                    "TRUNCATE proof_record",
                    "DELETE FROM proof_record",
                    "UPDATE proof_record SET amount = 1",
                    "INSERT INTO proof_record (id, effect_id, amount, remark) SELECT gen_random_uuid(), id, 1, 'x' FROM effect LIMIT 1",
                    "INSERT INTO effect (id, approval_id, key, submission_id, item_no, item_hash) SELECT gen_random_uuid(), approval_id, key, submission_id, item_no, item_hash FROM effect LIMIT 1",
                    "INSERT INTO effect (id, approval_id, key, submission_id, item_no, item_hash) SELECT gen_random_uuid(), approval_id, 'pay-refund', submission_id, item_no, item_hash FROM effect LIMIT 1",
                    "SELECT approve('" + journey.doTask + "', '{}')",
                    "ALTER TABLE approval DROP CONSTRAINT approval_two_persons",
                    "DROP TRIGGER audit_event_append_only ON audit_event",
                    "CREATE FUNCTION futari.x() RETURNS int LANGUAGE sql AS 'SELECT 1'"}) {
                    then(org.assertj.core.api.Assertions.catchThrowable(() -> sql.execute(attack))).as(attack).isInstanceOf(java.sql.SQLException.class);
                }
            }
        }
    }

    /** Teeth: each wall alone still refuses; without any the attack succeeds. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class With_walls_removed {

        private CaseworkServer server;
        private Browser sato;

        @BeforeAll
        void start() {
            server = new CaseworkServer(TestDatabase.fresh(), ServiceWallRemoved.class);
            people(server);
            sato = server.signedIn("S001", "t1");
        }

        @AfterAll
        void stop() {
            server.close();
        }

        @Test
        @DisplayName("画面とサービスの壁がなくても承認の関数が、関数がなくても表の制約が止める。どれもなければ通ってしまう")
        void each_wall_alone_refuses_and_without_any_the_attack_succeeds() {
            var journey = ProofJourney.startedBy(server, sato).enteredBy(sato).answeredBy(sato);
            // the database's function alone
            then(journey.confirm(sato).code()).isEqualTo("casework.check.own-work");
            then(journey.approvals()).isZero();
            // the table's constraint alone
            server.database.superuser("CREATE OR REPLACE FUNCTION why_not(task text, person text, session uuid) RETURNS text LANGUAGE sql STABLE AS 'SELECT NULL::text'");
            then(journey.confirm(sato).code()).isEqualTo("casework.check.own-work");
            then(journey.approvals()).isZero();
            then(journey.refusals()).containsOnly("casework.check.own-work").hasSize(2);
            // no wall at all
            server.database.superuser("ALTER TABLE approval DROP CONSTRAINT approval_two_persons");
            then(journey.confirm(sato).status).isEqualTo(200);
            then(journey.registered()).isOne();
        }
    }
}
