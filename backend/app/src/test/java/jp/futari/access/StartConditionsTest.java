package jp.futari.access;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Duration;
import java.util.List;
import jp.futari.access.application.AccessSettings;
import jp.futari.access.application.StartConditions;
import jp.futari.shared.RefusedStart;
import org.assertj.core.api.BDDAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.NestedExceptionUtils;

@DisplayName("起動してよいか")
class StartConditionsTest {

    private static final String LONG_SECRET = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @CsvSource({
            "http://localhost:8080, http://localhost:8180/r, x, '', true, ok",
            "http://127.0.0.1:8080, http://localhost:8180/r, x, '', true, ok",
            "https://futari.example, https://id.example/r, " + LONG_SECRET + ", 10.0.0.5, false, ok",
            "https://futari.example, https://id.example/r, " + LONG_SECRET + ", 10.0.0.5, true, FUTARI_DEMO",
            "http://futari.example, https://id.example/r, " + LONG_SECRET + ", 10.0.0.5, false, http",
            "http://localhost.evil.example, https://id.example/r, " + LONG_SECRET + ", 10.0.0.5, true, FUTARI_DEMO",
            "https://futari.example, https://id.example/r, " + LONG_SECRET + ", '', false, FUTARI_TRUSTED_PROXIES",
            "https://futari.example, http://id.example/r, " + LONG_SECRET + ", 10.0.0.5, false, FUTARI_OIDC_ISSUER",
            "https://futari.example, https://id.example/r, secret, 10.0.0.5, false, FUTARI_OIDC_CLIENT_SECRET",
            "futari, https://id.example/r, " + LONG_SECRET + ", 10.0.0.5, false, FUTARI_PUBLIC_URL"})
    @DisplayName("体験版の設定、平文、弱い秘密では本番を起動しない")
    void settings_decide(String url, String issuer, String secret, String proxies, boolean demo, String expected) {
        var refusal = StartConditions.refusal(new AccessSettings(url, issuer, "futari", secret, List.of(proxies), false, demo, null, Duration.ofHours(12)));
        if (expected.equals("ok")) {
            then(refusal).isEmpty();
        } else {
            BDDAssertions.then(refusal.orElse("")).contains(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "DELETE FROM flyway_schema_history WHERE version = '202611220115'",
            "UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '202611220115'",
            "UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE script = 'R__casework_act_functions.sql'",
            "DELETE FROM flyway_schema_history WHERE script = 'R__access_functions.sql'",
            "INSERT INTO flyway_schema_history SELECT 999, '209901010000', 'a later one', 'SQL', 'V209901010000__a_later_one.sql', 1, 'x', now(), 1, true",
            "INSERT INTO flyway_schema_history SELECT 999, NULL, 'functions unknown here', 'SQL', 'R__functions_unknown_here.sql', 1, 'x', now(), 1, true"})
    @DisplayName("別の版のデータベースでは起動しない。足りない、変わった、余分な移行も、関数の違いも見つける")
    void another_version_of_the_schema_does_not_serve(String difference) {
        thenThrownBy(() -> new AccessServer(database -> database.superuser(difference)).close())
                .satisfies(failure -> then(NestedExceptionUtils.getRootCause(failure)).isInstanceOf(RefusedStart.class).hasMessageContaining("futari migrate"));
    }

    @Test
    @DisplayName("表を所有する役割では起動しない")
    void an_owner_does_not_serve() {
        thenThrownBy(() -> new AccessServer("--spring.datasource.username=futari_owner").close())
                .satisfies(failure -> then(NestedExceptionUtils.getRootCause(failure)).isInstanceOf(RefusedStart.class).hasMessageContaining("futari_app"));
    }
}
