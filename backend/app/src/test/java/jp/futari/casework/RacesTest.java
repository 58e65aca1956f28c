package jp.futari.casework;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import jp.futari.access.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two at once: one wins, the other is told; nothing happens twice. */
class RacesTest {

    private static CaseworkServer server;
    private static Browser sato;
    private static Browser tanaka;
    private static Browser hara;

    @BeforeAll
    static void start() {
        server = new CaseworkServer();
        server.staff.person("S001", "eligibility", "counter-clerk").person("S002", "eligibility", "eligibility-clerk").person("S003", "eligibility", "eligibility-clerk")
                .terminal("KH-014", "t1").terminal("KH-021", "t2").terminal("KH-022", "t3");
        sato = server.signedIn("S001", "t1");
        tanaka = server.signedIn("S002", "t2");
        hara = server.signedIn("S003", "t3");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisplayName("2人が同時に引き受けると、1人だけが引き受け、もう1人には名前が伝わる")
    void two_claim_at_once_and_one_wins() throws Exception {
        var journey = ProofJourney.startedBy(server, sato).enteredBy(sato);
        var answers = atOnce(() -> journey.claim(tanaka, journey.check()), () -> journey.claim(hara, journey.check()));
        then(answers.stream().filter(a -> a.json().path("results").path(0).path("ok").asBoolean())).hasSize(1);
        then(answers.stream().map(a -> a.json().path("results").path(0).path("code").asText())).contains("casework.task.claimed-by-another");
    }

    @Test
    @DisplayName("同じ確認を二重に送っても、承認も効果も1つ")
    void a_confirmation_sent_twice_at_once_makes_one_approval_and_one_effect() throws Exception {
        var journey = ProofJourney.startedBy(server, sato).enteredBy(sato).answeredBy(tanaka);
        String check = journey.check();
        String version = server.version(check);
        Callable<Browser.Answer> confirm = () -> tanaka.post("/api/checks/" + check + "/complete", "", version);
        var answers = atOnce(confirm, confirm, confirm, confirm);
        then(answers.stream().filter(a -> a.status == 200)).hasSize(1);
        then(answers.stream().filter(a -> a.status != 200)).allMatch(a -> a.status == 409 || a.status == 404);
        then(journey.approvals()).isOne();
        then(journey.registered()).isOne();
    }

    @Test
    @DisplayName("エンジンの中で先を越されたら 409。承認は残らず、開き直せば終えられる")
    void whoever_is_overtaken_inside_the_engine_is_told_so_and_may_try_again() throws Exception {
        var journey = ProofJourney.startedBy(server, sato).enteredBy(sato).answeredBy(tanaka);
        Browser.Answer overtaken;
        try (var other = server.database.asOwner(); var moving = other.createStatement()) {
            other.setAutoCommit(false);
            moving.execute("UPDATE engine.act_ru_task SET rev_ = rev_ + 1 WHERE id_ = '" + journey.check() + "'");
            var confirmation = CompletableFuture.supplyAsync(() -> journey.confirm(tanaka));
            waitUntilSomebodyWaits();
            other.commit();
            overtaken = confirmation.get(60, TimeUnit.SECONDS);
        }
        then(overtaken.status).as(overtaken.body).isEqualTo(409);
        then(overtaken.code()).isEqualTo("casework.race.lost");
        then(overtaken.json().path("detail").asText()).isEqualTo("ほかの職員の操作と重なりました。開き直してください。");
        then(journey.approvals()).isZero();
        then(journey.refusals()).contains("casework.race.lost");
        then(journey.confirm(tanaka).status).isEqualTo(200);
        then(journey.registered()).isOne();
    }

    @Test
    @DisplayName("同じ回の提出を先に入れられたら 409。入力は残り、開き直せる")
    void whoever_finds_the_round_taken_is_told_so() throws Exception {
        var journey = ProofJourney.startedBy(server, sato);
        Browser.Answer overtaken;
        try (var other = server.database.asOwner(); var taking = other.createStatement()) {
            other.setAutoCommit(false);
            taking.execute("INSERT INTO submission (id, step_id, round, content, hash, doer) SELECT gen_random_uuid(), id, 1, '{}', encode(sha256('{}'), 'hex'), 'S009' FROM step WHERE case_id = '"
                    + journey.caseId + "'");
            var entry = CompletableFuture.supplyAsync(() -> journey.complete(sato, journey.doTask, ProofJourney.VALUES, true));
            waitUntilSomebodyWaits();
            other.commit();
            overtaken = entry.get(60, TimeUnit.SECONDS);
        }
        then(overtaken.status).as(overtaken.body).isEqualTo(409);
        then(overtaken.code()).isEqualTo("casework.race.lost");
    }

    @Test
    @DisplayName("競い合うはずのない行が二重になるのは故障で、500 と記録になる。ほかの職員のせいにしない")
    void a_row_that_nobody_competes_for_is_a_fault_when_it_is_there_twice() {
        var first = ProofJourney.startedBy(server, sato);
        var second = ProofJourney.startedBy(server, sato);
        server.database.superuser("CREATE UNIQUE INDEX nobody_competes_for_it ON draft (form_key)");
        try {
            then(draft(first).status).isEqualTo(200);
            var broken = draft(second);
            then(broken.status).as(broken.body).isEqualTo(500);
            then(broken.json().path("number").asText()).startsWith("E-");
            then(second.refusals()).contains("casework.act.failed");
        } finally {
            server.database.superuser("DROP INDEX nobody_competes_for_it");
        }
    }

    private static Browser.Answer draft(ProofJourney journey) {
        journey.claim(sato, journey.doTask);
        return sato.put("/api/tasks/" + journey.doTask + "/draft", "{\"values\":{\"amount\":1}}");
    }

    private static void waitUntilSomebodyWaits() {
        for (int turn = 0; turn < 600 && "0".equals(server.one("SELECT count(*) FROM pg_locks WHERE NOT granted")); turn++) {
            LockSupport.parkNanos(50_000_000L);
        }
    }

    @SafeVarargs
    private static List<Browser.Answer> atOnce(Callable<Browser.Answer>... calls) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(calls.length);
        try {
            return threads.invokeAll(IntStream.range(0, calls.length).mapToObj(i -> calls[i]).toList()).stream().map(f -> {
                try {
                    return f.get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }).toList();
        } finally {
            threads.shutdown();
        }
    }
}
