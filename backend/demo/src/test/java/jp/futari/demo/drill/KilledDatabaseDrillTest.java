package jp.futari.demo.drill;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("訓練：工程を終えている最中に PostgreSQL が kill -9 で倒れる（本番と同じ耐久性）")
@Tag("drill")
@ExtendWith(DrillHouse.class)
class KilledDatabaseDrillTest {

    private static final int KILLS = 3;

    @Test
    @DisplayName("確かめられたことは失われず、業務アプリケーションは起動し直さずに立ち直る")
    void the_application_recovers_by_itself_and_nothing_is_lost(DrillHouse house) throws Exception {
        var before = house.notes().interruptions();
        var application = house.applicationPid();
        try (var traffic = Traffic.of(house, 3)) {
            try (var owner = house.database().connect("futari", "futari_owner")) {
                then(Inspection.strings(owner, "SELECT setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes')")).containsOnly("on");
            }
            for (var kill = 0; kill < KILLS; kill++) {
                // given: the work is in full flow
                traffic.awaitMore(6, 120);
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(700));
                // when
                house.killDatabase();
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(3000));
                house.startDatabase();
            }
            traffic.awaitMore(6, 240);
        }
        // then
        then(house.applicationPid()).isEqualTo(application);
        then(house.applicationLives()).isTrue();
        then(house.notes().interruptions() - before).as("somebody was in the middle of something").isPositive();
        then(Inspection.of(house)).isEmpty();
    }
}
