package jp.futari.demo.drill;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.futari.demo.play.Clerk;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("訓練：Keycloak が kill -9 で倒れる")
@Tag("drill")
@ExtendWith(DrillHouse.class)
class KilledKeycloakDrillTest {

    @Test
    @DisplayName("席についている人は仕事を続けられ、そのあいだはだれも入れず、起動し直せばまた入れる")
    void who_is_in_goes_on_and_nobody_gets_in(DrillHouse house) throws Exception {
        var newcomer = house.day().staff(DrillHouse.MANAGER);
        var interrupted = house.notes().interruptions();
        // given: people at work, and somebody who has just been sent to the log-in page
        try (var traffic = Traffic.of(house, 2)) {
            var onTheWay = house.day().atTheDoor(newcomer);
            var sent = onTheWay.get("/login");
            traffic.awaitMore(2, 120);
            try {
                // when
                house.killKeycloak();
                // then: the work goes on
                traffic.awaitMore(10, 120);
                then(house.notes().interruptions()).as("no answer was missing while Keycloak was dead").isEqualTo(interrupted);
                nobodyGetsIn(house, sent.location(), onTheWay);
            } finally {
                house.startKeycloak();
            }
        }
        // and: it works again
        then(house.day().signIn(newcomer).get("/api/me").json().path("officer").path("no").asText()).isEqualTo(newcomer.officerNo());
        then(Inspection.of(house)).isEmpty();
    }

    private static void nobodyGetsIn(DrillHouse house, String sentTo, Clerk onTheWay) throws Exception {
        // whoever begins to sign in is told so, and not sent to a server that does not answer
        var stranger = house.day().atTheDoor(onTheWay.person());
        var begun = stranger.get("/login");
        then(begun.status()).as(begun.text()).isEqualTo(503);
        then(begun.text()).contains("いまはログインできません", "認証サーバーが応答しません", "access.provider-silent");
        thenThrownBy(() -> house.day().signInOnce(onTheWay.person())).isInstanceOf(IOException.class);
        // whoever comes back with an invented answer gets a page that says so in words
        var state = Pattern.compile("[?&]state=([^&]+)").matcher(sentTo);
        then(state.find()).isTrue();
        var refused = onTheWay.get("/login/oauth2/code/keycloak?code=invented&state=" + state.group(1));
        then(refused.status()).isEqualTo(403);
        then(refused.text()).contains("ログインできませんでした").contains("access.sign-in-failed");
        // and neither of them is in
        for (var outside : List.of(stranger, onTheWay)) {
            then(outside.get("/api/me").status()).isEqualTo(401);
            then(outside.post("/api/cases", Map.of("kind", "proof"), UUID.randomUUID(), null).status()).isIn(401, 403);
        }
    }
}
