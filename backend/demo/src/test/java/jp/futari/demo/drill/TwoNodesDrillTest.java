package jp.futari.demo.drill;

import static org.assertj.core.api.BDDAssertions.then;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jp.futari.demo.FreePort;
import jp.futari.demo.play.Clerk;
import jp.futari.demo.process.ChildProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("訓練：nginx の後ろに二つのノード")
@Tag("drill")
@ExtendWith(DrillHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesDrillTest {

    private static final int ROUNDS = 15;
    private static final Duration AT_MOST = Duration.ofSeconds(1);
    private static final Map<String, String> BEHIND_A_PROXY = Map.of("FUTARI_TRUSTED_PROXIES", "127.0.0.1");

    private DrillHouse house;
    private Nginx nginx;
    private ChildProcess first;
    private ChildProcess second;
    private URI one;
    private URI other;

    @BeforeAll
    void two_nodes(DrillHouse drillHouse) throws Exception {
        house = drillHouse;
        house.stopApplication();
        var ports = List.of(FreePort.any(), FreePort.any());
        one = URI.create("http://127.0.0.1:" + ports.get(0) + "/");
        other = URI.create("http://127.0.0.1:" + ports.get(1) + "/");
        first = house.startNode(ports.get(0), BEHIND_A_PROXY);
        second = house.startNode(ports.get(1), BEHIND_A_PROXY);
        nginx = Nginx.start(house.folder().resolve("nginx"), house.publicPort(), ports.get(0), ports.get(1));
    }

    @AfterAll
    void one_application_again() throws Exception {
        for (var part : new AutoCloseable[] {nginx, first, second}) {
            if (part != null) {
                part.close();
            }
        }
        house.startApplication();
    }

    private Clerk clerk(int nth) throws Exception {
        return house.day().signIn(house.day().staff(DrillHouse.CLERKS[nth]));
    }

    @Test
    @Order(1)
    @DisplayName("一度ログインすれば、どちらのノードでも席についている。同じ送信を両方に同時に出しても、効果は一つ")
    void the_same_sending_to_both_nodes_is_one() throws Exception {
        var doer = clerk(0);
        var checker = clerk(1);
        for (var node : List.of(one, other)) {
            then(doer.get(node, "/api/me").json().path("officer").path("no").asText()).isEqualTo(doer.person().officerNo());
        }
        for (var round = 0; round < ROUNDS; round++) {
            // given
            var walk = new Walk(house.notes(), doer, checker, Traffic.nextAmount());
            var caseNo = walk.start();
            // when: the entry, to both at once, under one key
            var entered = walk.once(Notes.Act.ENTER, doer, twice(node -> doer.post(node, "/api/tasks/" + walk.task() + "/complete", walk.entry(), walk.key(), "1")));
            then(entered.path("caseNo").asText()).isEqualTo(caseNo);
            var check = walk.begin();
            walk.answerAll(check);
            var version = checker.get("/api/checks/" + check).json().path("version").asText();
            // when: the confirmation, likewise
            walk.once(Notes.Act.CONFIRM, checker, twice(node -> checker.post(node, "/api/checks/" + check + "/complete", Map.of(), walk.key(), version)));
        }
        // then
        then(Inspection.of(house)).isEmpty();
    }

    private interface AtNode {
        Clerk.Answer at(URI node) throws Exception;
    }

    private List<Clerk.Answer> twice(AtNode act) throws Exception {
        return together(() -> act.at(one), () -> act.at(other));
    }

    @SafeVarargs
    private static List<Clerk.Answer> together(Callable<Clerk.Answer>... acts) throws Exception {
        var barrier = new CyclicBarrier(acts.length);
        var threads = Executors.newFixedThreadPool(acts.length);
        try {
            var running = new ArrayList<java.util.concurrent.Future<Clerk.Answer>>();
            for (var act : acts) {
                running.add(threads.submit(() -> {
                    barrier.await(30, TimeUnit.SECONDS);
                    return act.call();
                }));
            }
            var answers = new ArrayList<Clerk.Answer>();
            for (var one : running) {
                answers.add(one.get(120, TimeUnit.SECONDS));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Order(2)
    @DisplayName("二人が両方のノードで同時に確認を取りに来ても、取れるのは一人")
    void two_checkers_at_once_are_one() throws Exception {
        var doer = clerk(0);
        var checkers = List.of(clerk(1), clerk(2));
        for (var round = 0; round < ROUNDS; round++) {
            // given
            var amount = Traffic.nextAmount();
            var walks = checkers.stream().map(checker -> new Walk(house.notes(), doer, checker, amount)).toList();
            walks.get(0).start();
            walks.get(0).enter();
            var check = walks.get(0).findCheck();
            // when
            var answers = together(() -> checkers.get(0).post(one, "/api/checks/" + check + "/begin", Map.of(), UUID.randomUUID(), null),
                    () -> checkers.get(1).post(other, "/api/checks/" + check + "/begin", Map.of(), UUID.randomUUID(), null));
            // then
            then(answers.stream().filter(Clerk.Answer::good)).as(answers.toString()).hasSize(1);
            var loser = answers.get(0).good() ? 1 : 0;
            then(answers.get(loser).status()).isIn(403, 409);
            then(checkers.get(loser).post(other, "/api/checks/" + check + "/items/amount/attempts", Map.of("value", "1"), UUID.randomUUID(), null).status()).isEqualTo(403);
            walks.get(0).by(checkers.get(1 - loser)).confirm(check);
        }
        then(Inspection.of(house)).isEmpty();
    }

    @Test
    @Order(3)
    @DisplayName("倒れたノードがあっても、もう一つで仕事は続き、何も失われない")
    void a_dead_node_loses_nothing() throws Exception {
        var before = house.notes().interruptions();
        try (var traffic = Traffic.of(house, 3)) {
            traffic.awaitMore(8, 120);
            // when
            DrillHouse.kill(second.pid());
            // then
            traffic.awaitMore(12, 120);
        }
        then(house.notes().interruptions() - before).as("somebody was at the node that died").isPositive();
        then(Inspection.of(house)).isEmpty();
        second = house.startNode(other.getPort(), BEHIND_A_PROXY);
    }

    @Test
    @Order(4)
    @DisplayName("なくした権限は、一秒のうちにどちらのノードでも効かなくなる")
    void a_right_taken_away_ends_on_every_node_within_a_second() throws Exception {
        // given: somebody at work on both nodes
        var leaving = clerk(3);
        for (var node : List.of(one, other)) {
            then(leaving.get(node, "/api/tasks?view=team").status()).isEqualTo(200);
        }
        // when
        house.day().end(leaving.person(), "eligibility-clerk", List.of(house.day().staff(DrillHouse.CHIEF), house.day().staff(DrillHouse.MANAGER),
                house.day().staff(DrillHouse.ADMINISTRATORS[2]), house.day().staff(DrillHouse.ADMINISTRATORS[3])));
        var ended = Instant.now();
        // then: whatever was still let in had been sent within the second
        var refusals = new HashMap<URI, Integer>();
        while (Duration.between(ended, Instant.now()).compareTo(AT_MOST.multipliedBy(3)) < 0) {
            for (var node : List.of(one, other)) {
                var sent = Instant.now();
                var answer = leaving.get(node, "/api/tasks?view=team");
                if (answer.good()) {
                    then(Duration.between(ended, sent)).as(node + " lets in").isLessThan(AT_MOST);
                } else {
                    then(answer.status()).isIn(401, 403);
                    refusals.merge(node, 1, Integer::sum);
                }
            }
        }
        then(refusals).containsOnlyKeys(one, other);
        then(Inspection.of(house)).isEmpty();
    }
}
