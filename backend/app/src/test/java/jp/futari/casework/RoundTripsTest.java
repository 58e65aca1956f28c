package jp.futari.casework;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jp.futari.access.Browser;
import jp.futari.support.RoundTrips;
import jp.futari.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** 往復の上限: a step done and checked over HTTP may not grow chatty; each round trip is paid again on every network between the two servers. */
class RoundTripsTest {

    /** What the build allows for start, entry, claim, attempt and confirmation (performance.md); the case itself needs fewer. */
    private static final int MOST = 80;
    /** Each comparing answer and each opening of a check comes on top; kept here so that the pages cannot grow chatty either. */
    private static final int MOST_WITH_THE_PAGE = 100;
    private static final Set<String> ON_TOP = Set.of("open", "answer");

    private static final RoundTrips TRIPS = new RoundTrips().listing();
    private static CaseworkServer server;
    private static Browser sato;
    private static Browser tanaka;
    private final Map<String, List<String>> sent = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        server = new CaseworkServer(TestDatabase.fresh(), Counted.class);
        server.staff.person("S001", "eligibility", "counter-clerk").person("S002", "eligibility", "eligibility-clerk").terminal("KH-014", "t1").terminal("KH-021", "t2");
        sato = server.signedIn("S001", "t1");
        tanaka = server.signedIn("S002", "t2");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisplayName("入力から確認まで、データベースとの往復は80回を超えない")
    void a_step_done_and_checked_stays_below_the_limit_of_round_trips() {
        walk();   // the first case reads what is then kept: the model, the form
        sent.clear();
        // when
        walk();
        // then
        long all = sent.values().stream().mapToLong(List::size).sum();
        long five = sent.entrySet().stream().filter(e -> !ON_TOP.contains(e.getKey())).mapToLong(e -> e.getValue().size()).sum();
        then(five).as(told()).isGreaterThan(5 * 5).isLessThanOrEqualTo(MOST);
        then(all).as(told()).isLessThanOrEqualTo(MOST_WITH_THE_PAGE);
        then(server.one("SELECT count(*) FROM proof_record")).isEqualTo("2");
    }

    private void walk() {
        String task = counted("start", () -> sato.post("/api/cases", "{\"kind\":\"proof\"}")).json().path("taskId").asText();
        var done = counted("enter", () -> sato.post("/api/tasks/" + task + "/complete", "{\"claim\":true,\"values\":{\"amount\":12345,\"remark\":\"架空の摘要\"}}", "1"));
        String check = server.one("SELECT task_id FROM work_item WHERE case_id = '" + done.json().path("caseId").asText() + "'");
        String version = counted("begin", () -> tanaka.post("/api/checks/" + check + "/begin")).json().path("version").asText();
        counted("open", () -> tanaka.get("/api/checks/" + check));
        counted("attempt", () -> tanaka.post("/api/checks/" + check + "/items/amount/attempts", "{\"value\":\"12,345\"}"));
        counted("answer", () -> tanaka.post("/api/checks/" + check + "/items/remark/answer", "{\"answer\":\"same\"}"));
        counted("confirm", () -> tanaka.post("/api/checks/" + check + "/complete", "", version));
    }

    private Browser.Answer counted(String request, Supplier<Browser.Answer> send) {
        TRIPS.take();
        sato.headers.put("Idempotency-Key", UUID.randomUUID().toString());
        tanaka.headers.put("Idempotency-Key", UUID.randomUUID().toString());
        Browser.Answer answer = send.get();
        then(answer.status).as(answer.body).isEqualTo(200);
        sent.put(request, TRIPS.take());
        return answer;
    }

    private String told() {
        return sent.entrySet().stream().map(e -> e.getKey() + " " + e.getValue().size() + "\n   " + e.getValue().stream().map(s -> s.substring(0, Math.min(110, s.length())))
                .collect(Collectors.joining("\n   "))).collect(Collectors.joining("\n"));
    }

    /** The product with a counter between it and its pool. */
    @Import(CaseworkServer.Room.class)
    static class Counted {

        @Bean
        static BeanPostProcessor counter() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? TRIPS.over(source) : bean;
                }
            };
        }
    }
}
