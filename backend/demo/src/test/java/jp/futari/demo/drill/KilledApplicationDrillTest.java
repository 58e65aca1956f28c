package jp.futari.demo.drill;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("訓練：工程を終えている最中に業務アプリケーションが kill -9 で倒れる")
@Tag("drill")
@ExtendWith(DrillHouse.class)
class KilledApplicationDrillTest {

    private static final int KILLS = 3;

    @Test
    @DisplayName("確かめられたことは失われず、送り直しても二度は起きず、証跡に切れ目がない")
    void nothing_confirmed_is_lost_and_nothing_happens_twice(DrillHouse house) throws Exception {
        var before = house.notes().interruptions();
        try (var traffic = Traffic.of(house, 3)) {
            for (var kill = 0; kill < KILLS; kill++) {
                // given: the work is in full flow
                traffic.awaitMore(6, 120);
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(700));
                // when
                house.killApplication();
                house.startApplication();
            }
            traffic.awaitMore(6, 240);
        }
        // then
        then(house.notes().interruptions() - before).as("somebody was in the middle of something").isPositive();
        then(Inspection.of(house)).isEmpty();
    }
}
